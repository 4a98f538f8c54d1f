"""What people and programs see of a ledger: command line, exports, dossier, web. Views show; they decide nothing."""

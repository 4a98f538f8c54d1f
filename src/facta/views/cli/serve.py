"""`facta serve`: a ledger as web pages for this machine alone."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Annotated

import typer

from facta.errors import UsageError
from facta.views.cli.options import LedgerAt, Quiet, open_ledger

Host = Annotated[str, typer.Option("--host", help="An address of this machine: 127.0.0.1, ::1 or localhost.")]
Port = Annotated[int, typer.Option("--port", "-p", min=1, max=65535, help="The port to listen on.")]


def serve(ledger: LedgerAt = None, host: Host = "127.0.0.1", port: Port = 8000, quiet: Quiet = False) -> None:
    """Show a ledger in the browser, at an address that only this machine can reach."""
    refuse_others(host)
    import uvicorn

    from facta.views.cli.options import settings
    from facta.views.server import app

    where = settings(ledger).ledger
    open_ledger(where).close()  # a wrong ledger is told before the server starts
    if not quiet:
        address = f"[{host}]" if ":" in host else host
        typer.echo(f"http://{address}:{port}/ shows {where} (stop with Ctrl+C)")
    uvicorn.run(app(where), host=host, port=port, log_level="warning")


def refuse_others(host: str) -> None:
    """`UsageError` unless the host is this machine's own: ledgers name people, and the pages ask for no password."""
    try:
        own = host == "localhost" or ip_address(host.strip("[]")).is_loopback
    except ValueError:
        own = False
    if not own:
        remedy = "use 127.0.0.1, and a reverse proxy with a login to share it"
        raise UsageError(f"--host: {host!r} can be reached by other machines, and facta serve has no login", remedy)


def register(app: typer.Typer) -> None:
    app.command()(serve)

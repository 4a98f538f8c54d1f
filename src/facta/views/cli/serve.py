"""`facta serve`: a ledger as web pages, for this machine alone or, with accounts, for others as well."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated

import typer

from facta.errors import UsageError
from facta.views.cli.options import LedgerAt, Quiet, open_ledger

Host = Annotated[
    str, typer.Option("--host", help="The address to listen on; any but this machine's own needs accounts and TLS.")
]
Port = Annotated[int, typer.Option("--port", "-p", min=1, max=65535, help="The port to listen on.")]
Names = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="NAME", help="A name others reach it by, such as monitor.example.org; repeatable."),
]
Certificate = Annotated[
    Path | None, typer.Option("--tls-certificate", metavar="FILE", help="Certificate (PEM) for TLS, with its chain.")
]
Key = Annotated[Path | None, typer.Option("--tls-key", metavar="FILE", help="The certificate's private key (PEM).")]
Proxy = Annotated[
    bool, typer.Option("--behind-proxy", help="A reverse proxy does TLS and says where requests come from.")
]
NAME = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sharing:
    """Who may reach the pages, and how."""

    shared: bool
    secure: bool
    names: tuple[str, ...]


def serve(
    ledger: LedgerAt = None,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    names: Names = None,
    tls_certificate: Certificate = None,
    tls_key: Key = None,
    behind_proxy: Proxy = False,
    quiet: Quiet = False,
) -> None:
    """Show a ledger in the browser; others than this machine reach it only with accounts (facta user add)."""
    tls = _files(tls_certificate, tls_key)
    sharing = sharing_of(host, tuple(names or ()), tls is not None, behind_proxy)
    import uvicorn

    from facta.views.cli.options import settings
    from facta.views.server import app
    from facta.views.server.warm import warm

    where = settings(ledger).ledger
    with open_ledger(where) as opened:  # a wrong ledger is told before the server starts
        if sharing.shared and not opened.accounts.all():
            raise UsageError(
                "others could open this ledger, and it has no accounts", "facta user add NAME --role admin"
            )
    if not quiet:
        scheme, shown = "https" if tls else "http", f"[{host}]" if ":" in host else host
        typer.echo(f"{scheme}://{shown}:{port}/ shows {_shown(where)} (stop with Ctrl+C)")
    site = app(where, shared=sharing.shared, secure=sharing.secure, names=sharing.names)
    warm()
    uvicorn.run(
        site,
        host=host,
        port=port,
        log_level="warning",
        proxy_headers=behind_proxy,
        server_header=False,
        ssl_certfile=tls[0] if tls else None,
        ssl_keyfile=tls[1] if tls else None,
    )


def sharing_of(host: str, names: tuple[str, ...], tls: bool, behind_proxy: bool) -> Sharing:
    """Who may reach the pages at this address; `UsageError` if passwords would cross a network in the clear, or if no
    name was given under which the site may be asked for."""
    own = _own(host)
    if not own and not tls and not behind_proxy:
        remedy = (
            "give --tls-certificate and --tls-key, or --behind-proxy if a reverse proxy does TLS; see docs/serve.md"
        )
        raise UsageError(f"--host: {host!r} can be reached by other machines, and there is no TLS", remedy)
    for name in names:
        if not NAME.fullmatch(name) and not _address(name):
            raise UsageError(f"--name: {name!r} is not the name of a machine", "such as monitor.example.org, no port")
    known = names or ((_bracketed(host),) if not own and _address(host) not in ("0.0.0.0", "::") else ())
    if not known and (not own or behind_proxy):
        raise UsageError("others need a name by which they reach the pages", "give --name, such as monitor.example.org")
    return Sharing(not own or behind_proxy or bool(names), tls or behind_proxy, tuple(map(_bracketed, known)))


def _own(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _address(host: str) -> str | None:
    """The address in its usual form, if it is one and not a name."""
    try:
        return str(ip_address(host.strip("[]")))
    except ValueError:
        return None


def _bracketed(host: str) -> str:
    """As a browser writes it in the Host header."""
    address = _address(host)
    return f"[{address}]" if address and ":" in address else host


def _files(certificate: Path | None, key: Path | None) -> tuple[str, str] | None:
    """Certificate and key, both or neither, that can be read and belong together."""
    if certificate is None and key is None:
        return None
    if certificate is None or key is None:
        raise UsageError("TLS needs a certificate and its key", "give --tls-certificate and --tls-key")
    import ssl

    try:
        ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(certificate, key, password="")
    except (OSError, ssl.SSLError) as error:
        raise UsageError(
            f"the certificate and its key cannot be used: {error}", "check both files; PEM, key without a password"
        ) from error
    return str(certificate), str(key)


def _shown(where: str) -> str:
    from facta.ledger.connect import hidden

    return hidden(where)


def register(app: typer.Typer) -> None:
    app.command()(serve)

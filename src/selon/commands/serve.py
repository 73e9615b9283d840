"""`selon serve` and `selon demo`: read, compare, check and correct a corpus in a browser on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from selon.commands.corpora import CorpusFile, errors_told

if TYPE_CHECKING:
    from selon.web.security import Guard

PORT = 8017
Port = Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")]
Open = Annotated[bool, typer.Option("--open/--no-open", help="Open a browser, or only print the address.")]


def serve(
    corpus: CorpusFile,
    host: Annotated[
        str, typer.Option(help="Address to bind; beyond this machine, a token is asked for.")
    ] = "127.0.0.1",
    port: Port = PORT,
    name: Annotated[list[str] | None, typer.Option(help="A further name the application is asked by.")] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Offer no corrections and no adding.")] = False,
    open_browser: Open = False,
) -> None:
    """Show a corpus in a browser: search, read, compare, check and correct; nothing leaves this machine."""
    with errors_told():
        _needs_web()
        from selon.web.security import guard_for

        _run(corpus, guard_for(host, tuple(name or ())), host, port, read_only, open_browser)


def demo(
    corpus: Annotated[
        Path | None, typer.Argument(metavar="[CORPUS]", help="Where to keep the corpus; else it is thrown away.")
    ] = None,
    port: Port = PORT,
    open_browser: Open = True,
) -> None:
    """Build a small corpus, an invented affair told by four outlets that differ, and show it in a browser."""
    import tempfile

    with errors_told(), tempfile.TemporaryDirectory(prefix="selon-demo-") as folder:
        _needs_web()
        from selon.web.demo import build
        from selon.web.security import guard_for

        path = corpus or Path(folder) / "demo.corpus"
        typer.echo("reading eleven invented reports …", err=True)
        build(path)
        _run(path, guard_for("127.0.0.1"), "127.0.0.1", port, False, open_browser)


def _needs_web() -> None:
    from selon.errors import SelonError

    try:
        import fastapi
        import jinja2
        import python_multipart
        import uvicorn
    except ImportError:
        raise SelonError("this needs the extra: pip install 'selon[web]'") from None
    del fastapi, jinja2, python_multipart, uvicorn


def _run(corpus: Path, guard: Guard, host: str, port: int, read_only: bool, open_browser: bool) -> None:
    import socket

    import uvicorn

    from selon.errors import SelonError
    from selon.web.app import make_app

    app = make_app(corpus, guard, read_only=read_only)
    try:
        listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise SelonError(f"{host}:{port} cannot be bound ({error.strerror}); try --port 0") from None
    with listening:
        address = _address(host, listening.getsockname()[1], guard.token)
        typer.echo(address)
        if open_browser:
            import threading
            import webbrowser

            threading.Timer(0.5, webbrowser.open, (address,)).start()
        config = uvicorn.Config(app, log_level="warning", server_header=False, ws="none", lifespan="off")
        uvicorn.Server(config).run(sockets=[listening])


def _address(host: str, port: int, token: str | None) -> str:
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}/{f'?token={token}' if token else ''}"

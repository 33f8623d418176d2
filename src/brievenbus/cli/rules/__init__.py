"""`brievenbus rules`: look at the rules, test them, make new ones and decide on them."""

from __future__ import annotations

import typer

from brievenbus.cli.rules import decide, docs, listing, new, propose, show, testing

app = typer.Typer(help="Bekijk de regels, test ze en maak nieuwe.", no_args_is_help=True)
app.command("list", help=listing.HELP)(listing.list_rules)
app.command("show", help=show.HELP)(show.show_rule)
app.command("test", help=testing.HELP)(testing.test_rules)
app.command("new", help=new.HELP)(new.new_rule)
app.command("docs", help=docs.HELP)(docs.write_docs)
app.command("propose", help=propose.HELP)(propose.propose_rule)
app.command("accept", help=decide.ACCEPT_HELP)(decide.accept_rule)
app.command("reject", help=decide.REJECT_HELP)(decide.reject_rule)

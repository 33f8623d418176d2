"""One server in the town hall: pages, a REST API and the LanguageTool protocol, on the same checks.

`app.create_app` puts them together. The process that answers does no checking: that is done by worker
processes (`pool`, `bench`), so that one bad document stops nobody else.
"""

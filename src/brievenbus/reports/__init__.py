"""Ways of showing a `Report`: one file per way.

`jsonreport` for software, `sarif` for editors, `junit` for build servers, `terminal` for one screen,
`html` for a page to read or print; `summary` holds what they share, and `places` where a finding
stands in its file. Nothing here measures or judges, and each way loads when it is asked for.
"""

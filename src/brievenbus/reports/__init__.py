"""Ways of showing a `Report`: one file per way.

`jsonreport` for software, `terminal` for one screen, `html` for a page to read or print; `summary`
holds what they share. Nothing here measures or judges, and each way loads when it is asked for.
"""

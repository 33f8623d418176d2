"""The HTTP protocol of LanguageTool, version 2: programs that know it check letters with our rules.

| file | what it knows |
|---|---|
| `routes` | the addresses, and who may ask |
| `fields` | the fields of a request, in whichever form they were sent |
| `question` | what is asked: language, rules, weight |
| `given` | the text as sent, with its markup, and offsets in it |
| `places` | where a finding stands in the text as sent |
| `kinds` | our categories and weights in the words of LanguageTool |
| `matches` | a report as LanguageTool answers |
| `checking` | the job of a worker: all of that, from bytes to bytes |

The shape of questions and answers is that of LanguageTool's public API (`/v2/check`, `/v2/languages` and
`/v2/info` of api.languagetool.org) and of what LibreOffice 7.4, LTeX+ and language_tool_python read.
"""

from brievenbus.web.languagetool.routes import router

__all__ = ["router"]

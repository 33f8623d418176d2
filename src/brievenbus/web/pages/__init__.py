"""The pages for people: drop a letter, see it marked, take suggestions over, download, compare.

Nothing is kept on the server. What a page needs to go on stands in the page itself (`versions`).
"""

from fastapi import APIRouter

from brievenbus.web.pages.checking import router as checking
from brievenbus.web.pages.comparing import router as comparing
from brievenbus.web.pages.explaining import router as explaining
from brievenbus.web.pages.rulebook import router as rulebook
from brievenbus.web.pages.signing import router as signing

router = APIRouter(include_in_schema=False)
for _part in (checking, comparing, explaining, rulebook, signing):
    router.include_router(_part)

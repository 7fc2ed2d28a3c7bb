"""Mail providers that parents use, and the slips people make in their names."""

from __future__ import annotations

from bot.parsing.spelling import distance

_PROVIDERS = tuple(
    "gmail.com hotmail.com hotmail.nl outlook.com live.nl live.com msn.com icloud.com yahoo.com "
    "ziggo.nl kpnmail.nl kpnplanet.nl planet.nl home.nl xs4all.nl upcmail.nl casema.nl chello.nl "
    "hetnet.nl solcon.nl zeelandnet.nl telfort.nl tele2.nl online.nl quicknet.nl caiway.nl "
    "protonmail.com proton.me".split()
)
# Real providers whose names are close to those above: never corrected.
_REAL = frozenset(
    "mail.com ymail.com email.com gmx.com gmx.net gmx.nl me.com mac.com hey.com pm.me outlook.nl "
    "outlook.be hotmail.be hotmail.fr hotmail.de hotmail.co.uk live.be yahoo.nl yahoo.fr yahoo.de "
    "live.co.uk googlemail.com rocketmail.com tele2.com onlin.nl homes.nl".split()
)
_ENDINGS = {
    "con": "com",
    "cm": "com",
    "cmo": "com",
    "ocm": "com",
    "vom": "com",
    "comm": "com",
    "nll": "nl",
    "nk": "nl",
    "ln": "nl",
    "nlm": "nl",
}


# Too far for one slip, or real names that next to nobody writes on purpose.
_SLIPS = {
    "gmail.nl": "gmail.com",
    "gmail.be": "gmail.com",
    "ziggo.com": "ziggo.nl",
    "hotmail.con": "hotmail.com",
}


def likely_domain(domain: str) -> str | None:
    """The domain that was probably meant; None when the one given may well be right."""
    if domain in _PROVIDERS or domain in _REAL:
        return None
    if domain in _SLIPS:
        return _SLIPS[domain]
    name, _, ending = domain.rpartition(".")
    repaired = f"{name}.{_ENDINGS[ending]}" if ending in _ENDINGS else domain
    near = _nearest_provider(repaired)
    meant = near or repaired
    return meant if meant != domain else None


def _nearest_provider(domain: str) -> str | None:
    if domain in _PROVIDERS:
        return domain
    allowed = {provider: 2 if len(provider) >= 9 else 1 for provider in _PROVIDERS}
    scored = sorted((distance(domain, provider), provider) for provider in _PROVIDERS)
    return next((p for far, p in scored if far <= allowed[p]), None)

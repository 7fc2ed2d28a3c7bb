"""Token buckets in Redis: a limit is as wide as it says, however many web processes there are."""

from __future__ import annotations

import math
from collections.abc import Sequence

from redis.asyncio import Redis

from bot.chat.redis_link import RedisLink
from bot.encryption.search import keyed_hash
from bot.people.rate_limit import Limit

# All buckets of one message in one step, by Redis's own clock; the first that is empty refuses.
# A bucket that is full again is the same as none: it is gone when its period is over.
_SPEND = """
local now = redis.call('TIME')
local seconds = tonumber(now[1]) + tonumber(now[2]) / 1000000
for place, key in ipairs(KEYS) do
  local most, period = tonumber(ARGV[2 * place - 1]), tonumber(ARGV[2 * place])
  local kept = redis.call('HMGET', key, 'tokens', 'at')
  local passed = math.max(0, seconds - (tonumber(kept[2]) or seconds))
  local tokens = math.min(most, (tonumber(kept[1]) or most) + passed * most / period)
  if tokens < 1 then
    return tostring((1 - tokens) * period / most)
  end
  redis.call('HSET', key, 'tokens', tostring(tokens - 1), 'at', string.format('%.6f', seconds))
  redis.call('PEXPIRE', key, math.ceil(1000 * period))
end
return '0'
"""


class SharedBuckets:
    """Counts for all web processes together, while Redis is there."""

    def __init__(self, link: RedisLink) -> None:
        self._link = link
        self._script = link.redis.register_script(_SPEND)

    async def spend(self, pairs: Sequence[tuple[Limit, str]]) -> int | None:
        """Seconds to wait, 0 for none; None when Redis is away and nothing was counted."""
        keys = [_hidden(limit, key) for limit, key in pairs]
        most = [(limit.tries, limit.period.total_seconds()) for limit, _ in pairs]
        numbers = [number for pair in most for number in pair]

        async def call(_: Redis) -> bytes:
            answer: bytes = await self._script(keys=keys, args=numbers)
            return answer

        answer = await self._link.ask(call)
        return None if answer is None else math.ceil(float(answer))


def _hidden(limit: Limit, key: str) -> bytes:
    # Addresses and tokens are personal data: Redis knows them by a keyed hash.
    return b"dossierwijzer:limit:" + keyed_hash(key, purpose=limit.name)

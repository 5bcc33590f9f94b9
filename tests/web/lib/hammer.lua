-- SPDX-License-Identifier: MIT
-- For wrk: every address of the file named by URLS, at random; what did not answer 200 is counted.
local threads, requests = {}, {}
others, kinds = 0, ""

function setup(thread) table.insert(threads, thread) end

function init()
  for path in io.lines(os.getenv("URLS")) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
end

function request() return requests[math.random(#requests)] end

function response(status)
  if status ~= 200 then
    others = others + 1
    if #kinds < 60 then kinds = kinds .. " " .. status end
  end
end

function done(summary)
  local count, seen = 0, ""
  for _, thread in ipairs(threads) do
    count = count + thread:get("others")
    seen = seen .. thread:get("kinds")
  end
  local e = summary.errors
  print(string.format("hammered %d requests, %d not 200:%s; sockets: %d connect, %d read, %d write, %d timeout",
    summary.requests, count, seen, e.connect, e.read, e.write, e.timeout))
end

local limit = 2000000
local sieve = {}
local function count_primes()
  for i = 0, limit - 1 do sieve[i] = true end
  local count = 0
  for i = 2, limit - 1 do
    if sieve[i] then
      count = count + 1
      for j = i * i, limit - 1, i do sieve[j] = false end
    end
  end
  return count
end
local total = 0
for _ = 1, 3 do total = total + count_primes() end
print(total)

local function length(n)
  local steps = 1
  while n ~= 1 do
    if n % 2 == 0 then n = n // 2 else n = 3 * n + 1 end
    steps = steps + 1
  end
  return steps
end
local best, longest = 0, 0
for n = 1, 299999 do
  local steps = length(n)
  if steps > longest then best, longest = n, steps end
end
print(best .. " " .. longest)

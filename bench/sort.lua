local n, values, state = 300000, {}, 2463534242
local function next_random()
  state = state ~ (state << 13) & 0xffffffff
  state = state ~ (state >> 17)
  state = (state ~ (state << 5)) & 0xffffffff
  return state
end
for i = 0, n - 1 do values[i] = next_random() end
local function sort(from, to)
  if to - from <= 1 then return end
  local pivot, left, right = values[from + (to - from) // 2], from, to - 1
  while true do
    while values[left] < pivot do left = left + 1 end
    while values[right] > pivot do right = right - 1 end
    if left >= right then break end
    values[left], values[right] = values[right], values[left]
    left, right = left + 1, right - 1
  end
  sort(from, left)
  sort(left, to)
end
sort(0, n)
local ordered = true
for i = 1, n - 1 do ordered = ordered and values[i - 1] <= values[i] end
print(tostring(ordered) .. " " .. values[0] .. " " .. values[n // 2])

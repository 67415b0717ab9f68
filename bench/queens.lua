local n = 10
local columns, rising, falling = {}, {}, {}
local function place(row)
  if row == n then return 1 end
  local count = 0
  for column = 0, n - 1 do
    local up, down = row + column, row + n - column
    if not columns[column] and not rising[up] and not falling[down] then
      columns[column], rising[up], falling[down] = true, true, true
      count = count + place(row + 1)
      columns[column], rising[up], falling[down] = false, false, false
    end
  end
  return count
end
local total = 0
for _ = 1, 10 do total = total + place(0) end
print(total)

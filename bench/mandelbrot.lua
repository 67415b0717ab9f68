local size, limit = 300, 100
local function escapes(cx, cy)
  local x, y = 0.0, 0.0
  for _ = 1, limit do
    local x2, y2 = x * x, y * y
    if x2 + y2 > 4.0 then return true end
    y = 2.0 * x * y + cy
    x = x2 - y2 + cx
  end
  return false
end
local inside = 0
for row = 0, size - 1 do
  for column = 0, size - 1 do
    if not escapes(column * 3.0 / size - 2.0, row * 2.0 / size - 1.0) then inside = inside + 1 end
  end
end
print(inside)

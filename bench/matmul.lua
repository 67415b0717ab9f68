local n = 200
local a, b, c = {}, {}, {}
for i = 0, n - 1 do
  a[i], b[i], c[i] = {}, {}, {}
  for j = 0, n - 1 do
    a[i][j] = i * j % 7 + 0.5
    b[i][j] = (i + j) / 3.0
  end
end
for i = 0, n - 1 do
  for j = 0, n - 1 do
    local sum = 0.0
    for k = 0, n - 1 do sum = sum + a[i][k] * b[k][j] end
    c[i][j] = sum
  end
end
local trace = 0.0
for i = 0, n - 1 do trace = trace + c[i][i] end
print(string.format("%.3f", trace))

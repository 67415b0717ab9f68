local S, Y, sqrt = 39.47841760435743, 365.24, math.sqrt
local B = {
  { { 0, 0, 0 }, { 0, 0, 0 }, S },
  { { 4.84143144246472090, -1.16032004402742839, -0.103622044471123109 },
    { 0.00166007664274403694 * Y, 0.00769901118419740425 * Y, -0.0000690460016972063023 * Y }, 0.000954791938424326609 * S },
  { { 8.34336671824457987, 4.12479856412430479, -0.403523417114321381 },
    { -0.00276742510726411021 * Y, 0.00499852801234917238 * Y, 0.0000230417297573763929 * Y }, 0.000285885980666130812 * S },
  { { 12.8943695621391310, -15.1111514016986312, -0.223307578892655734 },
    { 0.00296460137564761618 * Y, 0.00237847173959480950 * Y, -0.0000296589568540237556 * Y }, 0.0000436624404335156298 * S },
  { { 15.3796971148509165, -25.9193146099879641, 0.179258772950371181 },
    { 0.00268067772490389322 * Y, 0.00162824170038242295 * Y, -0.0000951592254519715870 * Y }, 0.0000515138902046611451 * S },
}
local function energy()
  local e = 0
  for i = 1, 5 do
    local p, v, m = B[i][1], B[i][2], B[i][3]
    e = e + 0.5 * m * (v[1] * v[1] + v[2] * v[2] + v[3] * v[3])
    for j = i + 1, 5 do
      local q = B[j][1]
      local dx, dy, dz = p[1] - q[1], p[2] - q[2], p[3] - q[3]
      e = e - m * B[j][3] / sqrt(dx * dx + dy * dy + dz * dz)
    end
  end
  return e
end
local function advance(dt)
  for i = 1, 5 do
    local p, v, m = B[i][1], B[i][2], B[i][3]
    for j = i + 1, 5 do
      local q, w, n = B[j][1], B[j][2], B[j][3]
      local dx, dy, dz = p[1] - q[1], p[2] - q[2], p[3] - q[3]
      local d2 = dx * dx + dy * dy + dz * dz
      local mag = dt / (d2 * sqrt(d2))
      local mi, mj = m * mag, n * mag
      v[1], v[2], v[3] = v[1] - dx * mj, v[2] - dy * mj, v[3] - dz * mj
      w[1], w[2], w[3] = w[1] + dx * mi, w[2] + dy * mi, w[3] + dz * mi
    end
  end
  for i = 1, 5 do
    local p, v = B[i][1], B[i][2]
    for k = 1, 3 do p[k] = p[k] + dt * v[k] end
  end
end
local momentum = { 0, 0, 0 }
for i = 1, 5 do for k = 1, 3 do momentum[k] = momentum[k] + B[i][2][k] * B[i][3] end end
for k = 1, 3 do B[1][2][k] = -momentum[k] / S end
print(string.format("%.9f", energy()))
for _ = 1, 200000 do advance(0.01) end
print(string.format("%.9f", energy()))

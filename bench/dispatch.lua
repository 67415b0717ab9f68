local PUSH, ADD, MUL, SWAP, OVER, JUMP, DROP, HALT = 1, 2, 3, 4, 5, 6, 7, 8
local function run(program)
  local stack, top, at = {}, 0, 0
  while true do
    local op = program[at]
    at = at + 1
    local kind = op[1]
    if kind == PUSH then stack[top] = op[2]; top = top + 1
    elseif kind == ADD then top = top - 1; stack[top - 1] = stack[top - 1] + stack[top]
    elseif kind == MUL then top = top - 1; stack[top - 1] = stack[top - 1] * stack[top] % 1000003
    elseif kind == SWAP then stack[top - 1], stack[top - 2] = stack[top - 2], stack[top - 1]
    elseif kind == OVER then stack[top] = stack[top - 2]; top = top + 1
    elseif kind == JUMP then if stack[top - 1] > 0 then at = op[2] end
    elseif kind == DROP then top = top - 1
    else return stack[top - 1] end
  end
end
local program = { [0] = { PUSH, 1 }, { PUSH, 100 }, { SWAP }, { OVER }, { MUL }, { SWAP }, { PUSH, -1 }, { ADD }, { JUMP, 2 }, { DROP }, { HALT } }
local total = 0
for _ = 1, 5000 do total = total + run(program) end
print(total)

PUSH, ADD, MUL, SWAP, OVER, JUMP, DROP, HALT = range(1, 9)

def run(program):
    stack, top, at = [0] * 16, 0, 0
    while True:
        op = program[at]
        at += 1
        kind = op[0]
        if kind == PUSH:
            stack[top] = op[1]
            top += 1
        elif kind == ADD:
            top -= 1
            stack[top - 1] += stack[top]
        elif kind == MUL:
            top -= 1
            stack[top - 1] = stack[top - 1] * stack[top] % 1000003
        elif kind == SWAP:
            stack[top - 1], stack[top - 2] = stack[top - 2], stack[top - 1]
        elif kind == OVER:
            stack[top] = stack[top - 2]
            top += 1
        elif kind == JUMP:
            if stack[top - 1] > 0:
                at = op[1]
        elif kind == DROP:
            top -= 1
        else:
            return stack[top - 1]

program = [(PUSH, 1), (PUSH, 100), (SWAP,), (OVER,), (MUL,), (SWAP,), (PUSH, -1), (ADD,), (JUMP, 2), (DROP,), (HALT,)]
print(sum(run(program) for _ in range(5000)))

const PUSH = 1, ADD = 2, MUL = 3, SWAP = 4, OVER = 5, JUMP = 6, DROP = 7, HALT = 8;
function run(program) {
  const stack = new Array(16).fill(0);
  let top = 0, at = 0;
  for (;;) {
    const op = program[at++];
    switch (op[0]) {
      case PUSH: stack[top++] = op[1]; break;
      case ADD: top--; stack[top - 1] += stack[top]; break;
      case MUL: top--; stack[top - 1] = stack[top - 1] * stack[top] % 1000003; break;
      case SWAP: { const kept = stack[top - 1]; stack[top - 1] = stack[top - 2]; stack[top - 2] = kept; break; }
      case OVER: stack[top] = stack[top - 2]; top++; break;
      case JUMP: if (stack[top - 1] > 0) at = op[1]; break;
      case DROP: top--; break;
      default: return stack[top - 1];
    }
  }
}
const program = [[PUSH, 1], [PUSH, 100], [SWAP], [OVER], [MUL], [SWAP], [PUSH, -1], [ADD], [JUMP, 2], [DROP], [HALT]];
let total = 0;
for (let n = 0; n < 5000; n++) total += run(program);
console.log(total);

type Values = Map<HTMLInputElement, string>;

/** 撤回与重做：一格连着打的字算一步，贴的一片算一步，跟着变的合计算在同一步里。 */
export class EditHistory {
  private readonly done: Values[] = [];
  private readonly undone: Values[] = [];
  private looked: HTMLInputElement | undefined;
  private before = '';
  private typing = false;

  /** 走进一格：记下它现在的样子。 */
  look(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement)) return;
    [this.looked, this.before, this.typing] = [target, target.value, false];
  }

  /** 打了字。 */
  typed(cell: HTMLInputElement): void {
    if (this.looked !== cell) [this.looked, this.before, this.typing] = [cell, cell.defaultValue, false];
    if (this.typing) return;
    this.typing = true;
    this.begin(new Map([[cell, this.before]]));
    this.typing = true;
  }

  /** 起一步。 */
  begin(before: Values): void {
    this.done.push(before);
    this.undone.length = 0;
    this.typing = false;
  }

  /** 跟着变的算在刚才的一步里。 */
  add(more: Values): void {
    const last = this.done[this.done.length - 1];
    for (const [cell, value] of more) if (last && !last.has(cell)) last.set(cell, value);
  }

  undo(): HTMLInputElement | undefined {
    return this.move(this.done, this.undone);
  }

  redo(): HTMLInputElement | undefined {
    return this.move(this.undone, this.done);
  }

  private move(from: Values[], to: Values[]): HTMLInputElement | undefined {
    const step = from.pop();
    if (!step) return undefined;
    const now: Values = new Map();
    for (const [cell, value] of step) {
      now.set(cell, cell.value);
      cell.value = value;
    }
    to.push(now);
    const first = [...step.keys()][0];
    this.look(first ?? null);
    return first;
  }
}

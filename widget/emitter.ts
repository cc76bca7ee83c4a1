export type EventName = "ready" | "open" | "close" | "message" | "token" | "error" | "destroy";

export interface Emitter {
  /** Returns the way to stop listening. What is no function hears nothing. */
  on(event: EventName, listener: (detail: unknown) => void): () => void;
  emit(event: EventName, detail?: unknown): void;
}

/** Events are DOM events `gatehouse:<name>` of `target`, so a listener that throws stops neither us nor the others. */
export function createEmitter(target: EventTarget): Emitter {
  const full = (event: EventName) => `gatehouse:${event}`;
  return {
    on(event, listener) {
      if (typeof listener !== "function") return () => {};
      const hear = (heard: Event) => listener((heard as CustomEvent).detail);
      target.addEventListener(full(event), hear);
      return () => target.removeEventListener(full(event), hear);
    },
    emit(event, detail = {}) {
      target.dispatchEvent(new CustomEvent(full(event), { detail, bubbles: true, composed: true }));
    },
  };
}

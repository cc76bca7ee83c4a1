"use client";
import { Monitor, Moon, PilcrowLeft, PilcrowRight, Smartphone, Sun } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import type { Outputs } from "../outputs";
import { Choice } from "../part/choice";
import { classNames } from "../part/class-names";
import type { PreviewMessage } from "./preview-page";
import { widgetLanguages } from "./widget-languages";

interface PreviewProps {
  look: Outputs["tenant"]["get"]["widget"];
  name: string;
  filesOn: boolean;
}

const PAUSE_MS = 250;

/** The shipped widget in a page of its own, with the settings as they are being written. */
export function Preview({ look, name, filesOn }: PreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const box = useRef<HTMLElement>(null);
  const awake = useAwake(box);
  const [ready, setReady] = useState(0);
  const [phone, setPhone] = useState(false);
  const [dark, setDark] = useState(false);
  const [lang, setLang] = useState("en");
  const [rtl, setRtl] = useState(false);
  const { escalation, citations, locale, ...rest } = look;
  const fits = /^#[0-9a-f]{6}$/i;
  const settings = {
    ...rest,
    name,
    demand: "anonymous",
    primaryColor: fits.test(rest.primaryColor ?? "") ? rest.primaryColor : null,
    launcherColor: fits.test(rest.launcherColor ?? "") ? rest.launcherColor : null,
    suggestedQuestions: rest.suggestedQuestions.slice(0, 4),
    features: { feedback: true, uploads: filesOn, escalation, citations },
  };
  const message = JSON.stringify({ settings, dark, lang, locale, dir: rtl ? "rtl" : "ltr" } satisfies PreviewMessage);
  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent) => {
      if (origin === location.origin && source === frame.current?.contentWindow && data === "ready")
        setReady((count) => count + 1);
    };
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, []);
  useEffect(() => {
    if (ready === 0) return;
    const timer = setTimeout(
      () => frame.current?.contentWindow?.postMessage(JSON.parse(message), location.origin),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [message, ready]);
  return (
    <section
      ref={box}
      aria-label="Preview"
      className="overflow-hidden rounded-lg border bg-raised xl:sticky xl:top-20 xl:h-fit"
    >
      <div className="flex flex-wrap items-center gap-2 border-b bg-panel px-4 py-2.5">
        <h2 className="mr-auto font-semibold text-[15px]">Preview</h2>
        <Choice
          aria-label="Language of the page"
          className="[&>select]:h-8 [&>select]:text-[13px] [&>svg]:top-2"
          value={lang}
          onChoose={(to) => {
            setLang(to);
            setRtl(to === "ar");
          }}
          options={widgetLanguages}
        />
        <Switch label="Desktop or phone" value={phone} onChange={setPhone} off={<Monitor />} on={<Smartphone />} />
        <Switch label="Light or dark" value={dark} onChange={setDark} off={<Sun />} on={<Moon />} />
        <Switch
          label="Left-to-right or right-to-left page"
          value={rtl}
          onChange={setRtl}
          off={<PilcrowRight />}
          on={<PilcrowLeft />}
        />
      </div>
      <div className="grid place-items-center p-0 sm:p-4">
        <iframe
          ref={frame}
          src="/api/widget-preview"
          title="The widget with these settings"
          inert={!awake}
          className={classNames(
            "h-[680px] w-full border bg-ground transition-[width] duration-150",
            phone ? "max-w-[390px] rounded-[28px]" : "rounded-md",
          )}
        />
      </div>
    </section>
  );
}

/** Whether somebody is at the preview. Until then it takes no focus: a widget that opens would take the keys away from the form. */
function useAwake(box: RefObject<HTMLElement | null>): boolean {
  const [awake, setAwake] = useState(false);
  useEffect(() => {
    const node = box.current;
    const enter = () => setAwake(true);
    const leave = () => setAwake(false);
    const focus = ({ target }: FocusEvent) => setAwake(target instanceof Node && Boolean(node?.contains(target)));
    node?.addEventListener("pointerenter", enter);
    node?.addEventListener("pointerleave", leave);
    document.addEventListener("focusin", focus);
    return () => {
      node?.removeEventListener("pointerenter", enter);
      node?.removeEventListener("pointerleave", leave);
      document.removeEventListener("focusin", focus);
    };
  }, [box]);
  return awake;
}

interface SwitchProps {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
  off: ReactNode;
  on: ReactNode;
}

function Switch({ label, value, onChange, off, on }: SwitchProps) {
  const half = "grid h-7 w-8 place-items-center rounded-sm text-ink-faint [&_svg]:size-4";
  return (
    <button
      type="button"
      role="switch"
      aria-checked={value}
      aria-label={label}
      title={label}
      onClick={() => onChange(!value)}
      className="inline-flex rounded-md border p-0.5"
    >
      <span className={classNames(half, !value && "bg-raised text-ink")}>{off}</span>
      <span className={classNames(half, value && "bg-raised text-ink")}>{on}</span>
    </button>
  );
}

import { Phone } from "../../ui/Phone.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { type Contact, contactOf } from "../contact.ts";
import { addressOf } from "../Frame.tsx";

/** The first page: safety first, then what this is, who reads a report, and the two things to do next. */
export function StartPage({ contacts }: { contacts: readonly Contact[] }) {
  const { t, language } = useWords();
  const to = (page: "report" | "support" | "advice" | "emergency" | "reports") => addressOf(page, language.tag);
  return (
    <>
      <p class="danger-strip">
        <span>
          {t("pages:start.danger")} <Phone number={contactOf(contacts, "emergency").call ?? ""} large />
        </span>
        <a class="govuk-link" href={to("emergency")}>
          {t("pages:start.dangerMore")}
        </a>
      </p>
      <div role="status">
        {(["unsent", "missing"] as const).map((about) => (
          <p key={about} class="notice" id={`reports-${about}`} hidden>
            {t(`pages:start.${about}`)} <a href={to("reports")}>{t("pages:start.seeReports")}</a>
          </p>
        ))}
      </div>
      <h1 class="govuk-heading-xl">{t("pages:start.title")}</h1>
      <p class="lead">{t("pages:start.lead")}</p>
      <p class="doors">
        <a class="govuk-button door" href={to("report")}>
          {t("pages:start.report")}
        </a>
        <a class="govuk-button govuk-button--secondary door" href={to("support")}>
          {t("pages:start.support")}
        </a>
        <a class="govuk-button govuk-button--secondary door" href={to("advice")}>
          {t("advice:link")}
        </a>
      </p>
      <p class="govuk-hint">{t("pages:start.reportHint")}</p>
      <noscript>
        <NoScript contacts={contacts} />
      </noscript>
      <section class="panel">
        <h2 class="govuk-heading-m">{t("pages:start.who.title")}</h2>
        <p>{t("pages:start.who.text")}</p>
        <p>
          <b>{t("pages:start.who.sealed")}</b>
        </p>
        <p>{t("pages:start.who.limit")}</p>
      </section>
      <section class="panel">
        <h2 class="govuk-heading-m">{t("pages:start.what.title")}</h2>
        <p>{t("pages:start.what.text")}</p>
        <p>{t("pages:start.what.you")}</p>
      </section>
      <section class="panel">
        <h2 class="govuk-heading-m">{t("pages:start.private.title")}</h2>
        <p>{t("pages:start.private.text")}</p>
        <p>{t("exit.how")}</p>
      </section>
      <p>
        <a class="govuk-link" href={to("reports")}>
          {t("pages:start.reports")}
        </a>
      </p>
    </>
  );
}

/** What a person can do where scripts do not run: call. Every number names its source. */
export function NoScript({ contacts }: { contacts: readonly Contact[] }) {
  const { t } = useWords();
  const row = (id: string, words: string) => {
    const contact = contactOf(contacts, id);
    return (
      <li>
        {t(`pages:noScript.${words}`)} <Phone number={contact.call ?? ""} />{" "}
        <a class="govuk-link source" href={contact.source} rel="noreferrer">
          {t("pages:noScript.source")}
        </a>
      </li>
    );
  };
  return (
    <section class="panel">
      <h2 class="govuk-heading-m">{t("pages:noScript.title")}</h2>
      <p>{t("pages:noScript.text")}</p>
      <ul class="govuk-list govuk-list--spaced">
        {row("emergency", "emergency")}
        {row("police", "police")}
        {row("victimsFirst", "victimsFirst")}
      </ul>
    </section>
  );
}

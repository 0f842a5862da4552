package io.rocketbots.onboarding.kernel.mail;

import java.util.Locale;
import java.util.Set;

/**
 * Every mail there is. What it says, with its subject, stands in {@code mails/<id>.ftl}, once for the HTML and the text
 * part. Times among the fields are instants, tokens are what stands behind the last slash of a link.
 */
public enum MailTemplate {

    // To whoever is said to have applied. Nothing proves yet that the address is theirs, so up to the first password no
    // mail
    // holds a word that the applicant typed, and the form is no way to write to others in our name.
    APPLICATION_RECEIVED(Audience.APPLICANT, "progressToken", "reviewedBy"),
    /** They applied again, or asked for the link again. */
    APPLICATION_LINK(Audience.APPLICANT, "progressToken"),
    APPLICATION_TAKES_LONGER(Audience.APPLICANT, "progressToken"),
    INFORMATION_REQUESTED(Audience.APPLICANT, "progressToken", "question", "answerBy", "answered"),
    INFORMATION_REMINDER(Audience.APPLICANT, "progressToken", "question", "answerBy"),
    /** No answer came in time. */
    APPLICATION_WITHDRAWN_UNANSWERED(Audience.APPLICANT),
    /** They withdrew it themselves. */
    APPLICATION_WITHDRAWN(Audience.APPLICANT),
    /** The team ended it before there was an account. */
    APPLICATION_CANCELLED_BY_TEAM(Audience.APPLICANT, "reason"),
    APPLICATION_REJECTED(Audience.APPLICANT, "reason"),

    // to resellers
    /** Approved; message is the reviewer's word to the applicant, empty when there is none. */
    WELCOME(Audience.RESELLER, "message", "activationToken", "validUntil"),
    /** Approved, and the account that they have already becomes the reseller account. */
    WELCOME_EXISTING_ACCOUNT(Audience.RESELLER, "message"),
    ACTIVATION_REMINDER(Audience.RESELLER, "activationToken", "validUntil"),
    /** Asked for on the page of a dead link. */
    ACTIVATION_LINK(Audience.RESELLER, "activationToken", "validUntil"),
    PASSWORD_RESET(Audience.ACCOUNT, "resetToken", "validUntil"),
    PASSWORD_CHANGED(Audience.ACCOUNT, "changedAt"),
    SECOND_FACTOR_SET_UP(Audience.ACCOUNT, "at"),
    /** byTeam: whether somebody of the team reset it, else the owner did. */
    SECOND_FACTOR_TURNED_OFF(Audience.ACCOUNT, "at", "byTeam"),
    /** codesLeft: how many there still are. */
    RECOVERY_CODE_USED(Audience.ACCOUNT, "at", "codesLeft"),
    /** missing: labels of the fields not filled in yet. */
    BRANDING_REMINDER(Audience.RESELLER, "missing"),
    DOMAIN_REQUEST_REMINDER(Audience.RESELLER, "requestBy"),
    /**
     * diagnosis: what DNS says now, in plain words; yourTurn: whether they must act, else we do; records: a list of type,
     * name and value, and instead: those that may take the place of the first; it may be empty.
     */
    DOMAIN_DIAGNOSIS(Audience.RESELLER, "domain", "records", "instead", "diagnosis", "yourTurn", "checkedAt"),
    /** The team looked into a domain that does not come up; message may be empty. */
    DOMAIN_HELP(Audience.RESELLER, "domain", "message"),
    /** The domain was given up; message may be empty, and so is present or requestBy: the platform is live, or not yet. */
    DOMAIN_GIVEN_UP(Audience.RESELLER, "domain", "message", "present", "requestBy"),
    /** A live domain leads elsewhere; diagnosis as above. The platform still answers there until suspendAt. */
    DOMAIN_BROKEN(Audience.RESELLER, "domain", "records", "instead", "diagnosis", "suspendAt"),
    DOMAIN_SUSPENDED(Audience.RESELLER, "domain", "records", "instead", "diagnosis"),
    /** It leads to addresses that we give up, and works until then; outdated: its records that do. */
    DOMAIN_ADDRESS_OUTDATED(Audience.RESELLER, "domain", "outdated", "records", "instead"),
    DOMAIN_REPAIRED(Audience.RESELLER, "domain"),
    /** A name they had once is another reseller's now. */
    DOMAIN_CLAIMED(Audience.RESELLER, Set.of(Trait.GOODBYE), "domain"),
    PLATFORM_LIVE(Audience.RESELLER, "domain"),
    /** contactLink and note may be empty. */
    INTRODUCTION_MADE(Audience.RESELLER, "contactPerson", "contactEmail", "contactLink", "note"),
    /** A Space is ready, and nobody has come; space is its name. */
    SPACE_WITHOUT_OWNER(Audience.RESELLER, "space"),
    /** An endpoint failed for too long; url is its address. */
    WEBHOOK_SWITCHED_OFF(Audience.RESELLER, "url"),
    /** They closed the account themselves. */
    ONBOARDING_CANCELLED(Audience.RESELLER, Set.of(Trait.GOODBYE), "company"),
    /** The team ended it. */
    ONBOARDING_CANCELLED_BY_TEAM(Audience.RESELLER, Set.of(Trait.GOODBYE), "reason"),
    /** Ended because something did not happen in time; reason is a sentence. */
    ONBOARDING_CLOSED(Audience.RESELLER, Set.of(Trait.GOODBYE), "reason"),
    /** category and reason as the team chose and wrote them. */
    RESELLER_SUSPENDED(Audience.RESELLER, "company", "category", "reason"),
    RESELLER_RESUMED(Audience.RESELLER, "company"),
    /** byReseller: whether they asked for it, else we did. */
    OFFBOARDING_STARTED(Audience.RESELLER, "company", "endsAt", "byReseller"),
    OFFBOARDING_REMINDER(Audience.RESELLER, "company", "endsAt", "byReseller"),
    OFFBOARDING_WITHDRAWN(Audience.RESELLER, "company"),
    OFFBOARDING_NOT_CONFIRMED(Audience.RESELLER, "company"),
    RESELLER_ARCHIVED(Audience.RESELLER, Set.of(Trait.GOODBYE), "company"),

    // to people of a Space
    /** inviter: a person or a company; domain: where the Space is. */
    INVITATION(Audience.INVITEE, "inviter", "space", "domain", "invitationToken", "validUntil"),
    INVITATION_REMINDER(Audience.INVITEE, "inviter", "space", "domain", "invitationToken", "validUntil"),
    /** To whoever invited; path: where the people of the Space are listed. */
    INVITATION_UNDELIVERABLE(Audience.ACCOUNT, "email", "space", "path"),

    // to the people of a reseller
    /** inviter: a person of the company. */
    TEAM_INVITATION(Audience.INVITEE, "inviter", "company", "invitationToken", "validUntil"),
    TEAM_INVITATION_REMINDER(Audience.INVITEE, "inviter", "company", "invitationToken", "validUntil"),
    TEAM_INVITATION_UNDELIVERABLE(Audience.ACCOUNT, "email", "company"),
    /** To whoever was taken out. */
    MEMBER_REMOVED(Audience.ACCOUNT, "company"),
    /** To the new owner; former: a person. */
    OWNERSHIP_RECEIVED(Audience.RESELLER, "company", "former"),
    /** To the owner before; owner: a person. */
    OWNERSHIP_TRANSFERRED(Audience.RESELLER, "company", "owner"),

    // to the team
    /** Somebody came to the team who has no password yet. */
    TEAM_ACCOUNT(Audience.TEAM, "activationToken", "validUntil"),
    /** Gathered; applications: a list of company, taskId, dueAt. */
    NEW_APPLICATIONS(Audience.TEAM, Set.of(Trait.GATHERED), "applications"),
    REVIEW_REMINDER(Audience.TEAM, "company", "taskId", "dueAt"),
    REVIEW_OVERDUE(Audience.TEAM, "company", "taskId", "dueAt"),
    ANSWER_RECEIVED(Audience.TEAM, "company", "taskId", "dueAt"),
    /** task: what is to be done, such as "Call the reseller". */
    TASK_REMINDER(Audience.TEAM, "company", "task", "taskId", "dueAt"),
    TASK_ESCALATION(Audience.TEAM, "company", "task", "taskId", "dueAt"),
    /** They decided in Tasklist what somebody had decided already; decisions are the labels of the form's options. */
    DECISION_OVERTAKEN(Audience.TEAM, "company", "task", "taskId", "yourDecision", "decision", "decidedBy"),
    /** They decided what had become needless before the decision came through. */
    DECISION_VOID(Audience.TEAM, "company", "task", "taskId", "yourDecision"),
    TEAM_ONBOARDING_CANCELLED(Audience.TEAM, "company", "applicationId", "cancelledBy"),
    TEAM_ONBOARDING_CLOSED(Audience.TEAM, "company", "applicationId", "reason");

    /** Who reads it. */
    public enum Audience {
        APPLICANT,
        RESELLER,
        /** Anybody with an account, on the platform that the account belongs to. */
        ACCOUNT,
        /** Somebody who was invited, and may have no account. */
        INVITEE,
        TEAM
    }

    private enum Trait {
        GATHERED,
        GOODBYE
    }

    private final Audience audience;
    private final boolean gathered;
    private final boolean goodbye;
    private final Set<String> fields;

    MailTemplate(Audience audience, String... fields) {
        this(audience, Set.of(), fields);
    }

    MailTemplate(Audience audience, Set<Trait> traits, String... fields) {
        this.audience = audience;
        this.gathered = traits.contains(Trait.GATHERED);
        this.goodbye = traits.contains(Trait.GOODBYE);
        this.fields = Set.of(fields);
    }

    /** The kebab-case name of its template file. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What lists call it. */
    public String title() {
        String words = name().replace('_', ' ');
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }

    public Audience audience() {
        return audience;
    }

    /** Several at a time become one mail, and a person gets one at most every {@link MailTerms#gatherFor()}. */
    public boolean gathered() {
        return gathered;
    }

    /** It tells of the end, so it also reaches the owner of an account that was disabled by it. */
    boolean goodbye() {
        return goodbye;
    }

    /** What its {@link MailContent} must give, besides the brand and the reader's name. */
    public Set<String> fields() {
        return fields;
    }

    /** The template with that id. */
    static MailTemplate of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

package io.rocketbots.onboarding.operations.history;

import io.rocketbots.onboarding.launch.domain.ResolverDown;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in plain words what it means for a case that a step stands still. */
final class StepWords {

    static final String AT_LEAST = "The case does not go on.";

    private static final Map<String, String> MEANWHILE = Map.ofEntries(
            // reseller-onboarding
            of(
                    JobTypes.CONFIRM_RECEIPT,
                    "The applicant has no mail that the application has arrived, and its review does not begin."),
            of(JobTypes.OPEN_REVIEW, "The review is not in the team's list, while the applicant waits for an answer."),
            of(JobTypes.REMIND_REVIEWERS, "Reviewers are not reminded that the deadline is near; the review is open."),
            of(
                    JobTypes.ESCALATE_REVIEW,
                    "Neither the leads nor the applicant know that the review is late; the review is open."),
            of(
                    JobTypes.REQUEST_INFORMATION,
                    "The applicant has not been asked the reviewer's question, so no answer can come."),
            of(JobTypes.REMIND_APPLICANT, "The applicant is not reminded of the open question, but can answer it."),
            of(
                    JobTypes.WITHDRAW_APPLICATION,
                    "The application that was never completed stays open, and the applicant cannot apply anew."),
            of(JobTypes.NOTIFY_REJECTION, "The applicant does not know of the rejection."),
            of(JobTypes.CREATE_ACCOUNT, "The applicant is approved, but has no account and does not know of it."),
            of(JobTypes.LINK_ACCOUNT, "The applicant's present account has not become the reseller's."),
            of(JobTypes.SEND_WELCOME, "The reseller has no welcome mail and so no way to set a password."),
            of(JobTypes.REMIND_ACTIVATION, "The reseller is not reminded to set a password, but can."),
            of(
                    JobTypes.CHECK_BRANDING,
                    "The set-up does not go on to the brand; what the reseller saves meanwhile is kept."),
            of(JobTypes.REMIND_BRANDING, "The reseller is not reminded of the brand, but can complete it."),
            of(
                    JobTypes.CHECK_DOMAIN_REQUEST,
                    "The set-up does not go on to the domain; what the reseller saves meanwhile is kept."),
            of(JobTypes.REMIND_DOMAIN_REQUEST, "The reseller is not reminded of the domain, but can ask for one."),
            of(
                    JobTypes.GO_LIVE,
                    "Brand and domain are there, but the reseller is not live: Spaces and invitations wait."),
            of(
                    JobTypes.CANCEL_ONBOARDING,
                    "The onboarding was cancelled, but account and domain are not taken back and nobody is told."),
            of(
                    JobTypes.CLOSE_ONBOARDING,
                    "The onboarding has ended, but account and domain are not taken back and nobody is told."),
            // domain-setup
            of(JobTypes.START_DOMAIN_SETUP, "The reseller's domain is not looked for yet."),
            of(
                    JobTypes.CHECK_CNAME,
                    "The reseller's record is not looked for, so the domain stays at Waiting for DNS even if it is right."),
            of(JobTypes.SEND_DIAGNOSIS, "The reseller is not mailed what is wrong with the record; checks go on."),
            of(JobTypes.ACTIVATE_DOMAIN, "The record was found, but the platform does not answer on the domain yet."),
            of(
                    JobTypes.RELEASE_FORMER_DOMAIN,
                    "The former name still leads to the new one and is not free for others; nobody is hindered."),
            of(JobTypes.RELEASE_DOMAIN, "The domain that was given up is not free, and no other one can be asked for."),
            // domain-watch
            of(
                    JobTypes.START_DOMAIN_WATCH,
                    "The domain is live, but its watch has not begun: nobody hears when it leads elsewhere."),
            of(JobTypes.CHECK_LIVE_DOMAIN, "The live domain is not watched: nobody hears when it leads elsewhere."),
            of(JobTypes.WARN_DOMAIN_BROKEN, "The reseller does not know that the domain leads elsewhere."),
            of(JobTypes.CHECK_BROKEN_DOMAIN, "It is not noticed when the broken domain is repaired."),
            of(JobTypes.SUSPEND_DOMAIN, "The platform still answers on a domain that leads elsewhere for too long."),
            of(JobTypes.CONFIRM_DOMAIN_REPAIRED, "The domain is repaired, but its platform does not answer there yet."),
            // reseller-introduction
            of(JobTypes.OPEN_INTRODUCTION, "Nobody of the team is asked to introduce themselves to the reseller."),
            of(JobTypes.SHARE_CONTACT, "The reseller does not see who looks after them."),
            of(JobTypes.CLOSE_INTRODUCTION, "The introduction that was not made stays in the team's list."),
            // space-provisioning
            of(JobTypes.CREATE_SPACE, "The Space that the reseller asked for is not made."),
            of(JobTypes.REJECT_SPACE, "The reseller does not see why the Space is not made."),
            of(JobTypes.ACTIVATE_SPACE, "The Space is made, but nobody can use it yet."),
            of(JobTypes.REMIND_RESELLER, "The reseller is not reminded that nobody has joined; the Space can be used."),
            // user-invitation
            of(JobTypes.SEND_INVITATION, "Whoever was invited has no mail and cannot join."),
            of(JobTypes.REMIND_INVITEE, "Whoever was invited is not reminded, but can join."),
            of(JobTypes.GRANT_ACCESS, "Whoever was invited has joined, but nobody is told."),
            of(JobTypes.REPORT_UNDELIVERABLE, "Whoever invited does not know that the mail did not arrive."),
            of(JobTypes.EXPIRE_INVITATION, "The invitation can still be accepted although its time is over."),
            // reseller-offboarding
            of(JobTypes.START_OFFBOARDING, "The offboarding does not begin: nobody is asked to confirm it."),
            of(JobTypes.KEEP_RESELLER, "The reseller stays, but is not told."),
            of(JobTypes.SUSPEND_PLATFORM, "The offboarding is confirmed, but the platform is still open."),
            of(JobTypes.PARK_DOMAIN, "The platform is closed, but its domain is not reserved during the grace period."),
            of(JobTypes.REMIND_LEAVING_RESELLER, "The reseller is not reminded of the end, but can still come back."),
            of(JobTypes.RESTORE_RESELLER, "The reseller stays, but the platform is still closed."),
            of(JobTypes.ARCHIVE_RESELLER, "The grace period is over, but accounts and domain are not ended."),
            // around every user task
            of(JobTypes.OPEN_TASK, "The task is not in the team's list, so nobody can do it."),
            of(JobTypes.REMIND_TEAM, "The team is not reminded; the task can be done."),
            of(JobTypes.ESCALATE_TASK, "The leads do not know that the task is late; it can be done."),
            of(JobTypes.RECORD_DECISION, "What the team decided is kept, but has no effect yet."));

    private StepWords() {}

    private static Map.Entry<String, String> of(JobType<?, ?> step, String meanwhile) {
        return Map.entry(step.name(), meanwhile);
    }

    /** What does not happen while that step stands still; a step of another version of the model says the least. */
    static String meanwhile(@Nullable String jobType) {
        return jobType == null ? AT_LEAST : MEANWHILE.getOrDefault(jobType, AT_LEAST);
    }

    /** What failed. */
    static String fault(String kind) {
        return isOwnResolver(kind)
                ? "Our own DNS resolver does not answer."
                : "An unexpected fault (%s) came up in each try.".formatted(kind);
    }

    /** What to see to before it is tried again. */
    static String advice(String kind) {
        return isOwnResolver(kind)
                ? "See to the resolver that onboarding.dns.resolver names."
                : "The application's log of that time names the cause.";
    }

    private static boolean isOwnResolver(String kind) {
        return kind.equals(ResolverDown.class.getSimpleName());
    }
}

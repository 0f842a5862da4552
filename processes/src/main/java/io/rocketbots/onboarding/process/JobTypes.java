package io.rocketbots.onboarding.process;

import io.rocketbots.onboarding.process.Variables.BrandingChecked;
import io.rocketbots.onboarding.process.Variables.BrokenDomainChecked;
import io.rocketbots.onboarding.process.Variables.CnameChecked;
import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import io.rocketbots.onboarding.process.Variables.DomainActivated;
import io.rocketbots.onboarding.process.Variables.DomainBrokenWarned;
import io.rocketbots.onboarding.process.Variables.DomainRequestChecked;
import io.rocketbots.onboarding.process.Variables.DomainSetupEnded;
import io.rocketbots.onboarding.process.Variables.DomainSetupStarted;
import io.rocketbots.onboarding.process.Variables.DomainWatchStarted;
import io.rocketbots.onboarding.process.Variables.EndOfWait;
import io.rocketbots.onboarding.process.Variables.ForApplication;
import io.rocketbots.onboarding.process.Variables.ForCase;
import io.rocketbots.onboarding.process.Variables.ForDecision;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import io.rocketbots.onboarding.process.Variables.ForFormerDomain;
import io.rocketbots.onboarding.process.Variables.ForInvitation;
import io.rocketbots.onboarding.process.Variables.ForOffboarding;
import io.rocketbots.onboarding.process.Variables.ForReseller;
import io.rocketbots.onboarding.process.Variables.ForSpace;
import io.rocketbots.onboarding.process.Variables.ForTask;
import io.rocketbots.onboarding.process.Variables.InformationRequested;
import io.rocketbots.onboarding.process.Variables.IntroductionOpened;
import io.rocketbots.onboarding.process.Variables.InvitationExpired;
import io.rocketbots.onboarding.process.Variables.InvitationSent;
import io.rocketbots.onboarding.process.Variables.LiveDomainChecked;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.process.Variables.OffboardingStarted;
import io.rocketbots.onboarding.process.Variables.OpenReview;
import io.rocketbots.onboarding.process.Variables.OpenTask;
import io.rocketbots.onboarding.process.Variables.PlatformSuspended;
import io.rocketbots.onboarding.process.Variables.ReceiptConfirmed;
import io.rocketbots.onboarding.process.Variables.RecordDecision;
import io.rocketbots.onboarding.process.Variables.RejectSpace;
import io.rocketbots.onboarding.process.Variables.ResellerCreated;
import io.rocketbots.onboarding.process.Variables.ReviewOpened;
import io.rocketbots.onboarding.process.Variables.SpaceActivated;
import io.rocketbots.onboarding.process.Variables.SpaceCreated;
import io.rocketbots.onboarding.process.Variables.TaskOpened;
import io.rocketbots.onboarding.process.Variables.WaitEnded;
import io.rocketbots.onboarding.process.Variables.WelcomeSent;
import java.util.List;
import java.util.stream.Stream;

/** Every job type of every model; the worker of each is named like the step. */
public final class JobTypes {

    // reseller-onboarding
    public static final JobType<ForApplication, ReceiptConfirmed> CONFIRM_RECEIPT =
            new JobType<>("confirm-receipt", ForApplication.class, ReceiptConfirmed.class);
    public static final JobType<OpenReview, ReviewOpened> OPEN_REVIEW =
            new JobType<>("open-review", OpenReview.class, ReviewOpened.class);
    public static final JobType<ForTask, Nothing> REMIND_REVIEWERS =
            new JobType<>("remind-reviewers", ForTask.class, Nothing.class);
    public static final JobType<ForTask, Nothing> ESCALATE_REVIEW =
            new JobType<>("escalate-review", ForTask.class, Nothing.class);
    public static final JobType<ForDecision, InformationRequested> REQUEST_INFORMATION =
            new JobType<>("request-information", ForDecision.class, InformationRequested.class);
    public static final JobType<ForApplication, Nothing> REMIND_APPLICANT =
            new JobType<>("remind-applicant", ForApplication.class, Nothing.class);
    public static final JobType<ForApplication, WaitEnded> WITHDRAW_APPLICATION =
            new JobType<>("withdraw-application", ForApplication.class, WaitEnded.class);
    public static final JobType<ForDecision, Nothing> NOTIFY_REJECTION =
            new JobType<>("notify-rejection", ForDecision.class, Nothing.class);
    public static final JobType<ForDecision, ResellerCreated> CREATE_ACCOUNT =
            new JobType<>("create-account", ForDecision.class, ResellerCreated.class);
    public static final JobType<ForDecision, ResellerCreated> LINK_ACCOUNT =
            new JobType<>("link-account", ForDecision.class, ResellerCreated.class);
    public static final JobType<ForCase, WelcomeSent> SEND_WELCOME =
            new JobType<>("send-welcome", ForCase.class, WelcomeSent.class);
    public static final JobType<ForCase, Nothing> REMIND_ACTIVATION =
            new JobType<>("remind-activation", ForCase.class, Nothing.class);
    public static final JobType<ForCase, BrandingChecked> CHECK_BRANDING =
            new JobType<>("check-branding", ForCase.class, BrandingChecked.class);
    public static final JobType<ForCase, Nothing> REMIND_BRANDING =
            new JobType<>("remind-branding", ForCase.class, Nothing.class);
    public static final JobType<ForCase, DomainRequestChecked> CHECK_DOMAIN_REQUEST =
            new JobType<>("check-domain-request", ForCase.class, DomainRequestChecked.class);
    public static final JobType<ForCase, Nothing> REMIND_DOMAIN_REQUEST =
            new JobType<>("remind-domain-request", ForCase.class, Nothing.class);
    public static final JobType<ForCase, Nothing> GO_LIVE = new JobType<>("go-live", ForCase.class, Nothing.class);
    public static final JobType<ForApplication, Nothing> CANCEL_ONBOARDING =
            new JobType<>("cancel-onboarding", ForApplication.class, Nothing.class);
    public static final JobType<EndOfWait, WaitEnded> CLOSE_ONBOARDING =
            new JobType<>("close-onboarding", EndOfWait.class, WaitEnded.class);

    // domain-setup
    public static final JobType<ForDomain, DomainSetupStarted> START_DOMAIN_SETUP =
            new JobType<>("start-domain-setup", ForDomain.class, DomainSetupStarted.class);
    public static final JobType<ForDomain, CnameChecked> CHECK_CNAME =
            new JobType<>("check-cname", ForDomain.class, CnameChecked.class);
    public static final JobType<ForDomain, Nothing> SEND_DIAGNOSIS =
            new JobType<>("send-diagnosis", ForDomain.class, Nothing.class);
    public static final JobType<ForDomain, DomainActivated> ACTIVATE_DOMAIN =
            new JobType<>("activate-domain", ForDomain.class, DomainActivated.class);
    public static final JobType<ForFormerDomain, Nothing> RELEASE_FORMER_DOMAIN =
            new JobType<>("release-former-domain", ForFormerDomain.class, Nothing.class);
    public static final JobType<ForDomain, DomainSetupEnded> RELEASE_DOMAIN =
            new JobType<>("release-domain", ForDomain.class, DomainSetupEnded.class);

    // domain-watch
    public static final JobType<ForDomain, DomainWatchStarted> START_DOMAIN_WATCH =
            new JobType<>("start-domain-watch", ForDomain.class, DomainWatchStarted.class);
    public static final JobType<ForDomain, LiveDomainChecked> CHECK_LIVE_DOMAIN =
            new JobType<>("check-live-domain", ForDomain.class, LiveDomainChecked.class);
    public static final JobType<ForDomain, DomainBrokenWarned> WARN_DOMAIN_BROKEN =
            new JobType<>("warn-domain-broken", ForDomain.class, DomainBrokenWarned.class);
    public static final JobType<ForDomain, BrokenDomainChecked> CHECK_BROKEN_DOMAIN =
            new JobType<>("check-broken-domain", ForDomain.class, BrokenDomainChecked.class);
    public static final JobType<ForDomain, Nothing> SUSPEND_DOMAIN =
            new JobType<>("suspend-domain", ForDomain.class, Nothing.class);
    public static final JobType<ForDomain, Nothing> CONFIRM_DOMAIN_REPAIRED =
            new JobType<>("confirm-domain-repaired", ForDomain.class, Nothing.class);

    // reseller-introduction
    public static final JobType<ForReseller, IntroductionOpened> OPEN_INTRODUCTION =
            new JobType<>("open-introduction", ForReseller.class, IntroductionOpened.class);
    public static final JobType<ForTask, Nothing> SHARE_CONTACT =
            new JobType<>("share-contact", ForTask.class, Nothing.class);
    public static final JobType<ForTask, WaitEnded> CLOSE_INTRODUCTION =
            new JobType<>("close-introduction", ForTask.class, WaitEnded.class);

    // space-provisioning
    public static final JobType<ForSpace, SpaceCreated> CREATE_SPACE =
            new JobType<>("create-space", ForSpace.class, SpaceCreated.class);
    public static final JobType<RejectSpace, Nothing> REJECT_SPACE =
            new JobType<>("reject-space", RejectSpace.class, Nothing.class);
    public static final JobType<ForSpace, SpaceActivated> ACTIVATE_SPACE =
            new JobType<>("activate-space", ForSpace.class, SpaceActivated.class);
    public static final JobType<ForSpace, Nothing> REMIND_RESELLER =
            new JobType<>("remind-reseller", ForSpace.class, Nothing.class);

    // user-invitation
    public static final JobType<ForInvitation, InvitationSent> SEND_INVITATION =
            new JobType<>("send-invitation", ForInvitation.class, InvitationSent.class);
    public static final JobType<ForInvitation, Nothing> REMIND_INVITEE =
            new JobType<>("remind-invitee", ForInvitation.class, Nothing.class);
    public static final JobType<ForInvitation, Nothing> GRANT_ACCESS =
            new JobType<>("grant-access", ForInvitation.class, Nothing.class);
    public static final JobType<ForInvitation, Nothing> REPORT_UNDELIVERABLE =
            new JobType<>("report-undeliverable", ForInvitation.class, Nothing.class);
    public static final JobType<ForInvitation, InvitationExpired> EXPIRE_INVITATION =
            new JobType<>("expire-invitation", ForInvitation.class, InvitationExpired.class);

    // reseller-offboarding
    public static final JobType<ForOffboarding, OffboardingStarted> START_OFFBOARDING =
            new JobType<>("start-offboarding", ForOffboarding.class, OffboardingStarted.class);
    public static final JobType<ForOffboarding, Nothing> KEEP_RESELLER =
            new JobType<>("keep-reseller", ForOffboarding.class, Nothing.class);
    public static final JobType<ForOffboarding, PlatformSuspended> SUSPEND_PLATFORM =
            new JobType<>("suspend-platform", ForOffboarding.class, PlatformSuspended.class);
    public static final JobType<ForOffboarding, Nothing> PARK_DOMAIN =
            new JobType<>("park-domain", ForOffboarding.class, Nothing.class);
    public static final JobType<ForOffboarding, Nothing> REMIND_LEAVING_RESELLER =
            new JobType<>("remind-leaving-reseller", ForOffboarding.class, Nothing.class);
    public static final JobType<ForOffboarding, Nothing> RESTORE_RESELLER =
            new JobType<>("restore-reseller", ForOffboarding.class, Nothing.class);
    public static final JobType<ForOffboarding, Nothing> ARCHIVE_RESELLER =
            new JobType<>("archive-reseller", ForOffboarding.class, Nothing.class);

    // around every user task
    public static final JobType<OpenTask, TaskOpened> OPEN_TASK =
            new JobType<>("open-task", OpenTask.class, TaskOpened.class);
    public static final JobType<ForTask, Nothing> REMIND_TEAM =
            new JobType<>("remind-team", ForTask.class, Nothing.class);
    public static final JobType<ForTask, Nothing> ESCALATE_TASK =
            new JobType<>("escalate-task", ForTask.class, Nothing.class);
    public static final JobType<RecordDecision, DecisionRecorded> RECORD_DECISION =
            new JobType<>("record-decision", RecordDecision.class, DecisionRecorded.class);

    private JobTypes() {}

    public static List<JobType<?, ?>> all() {
        return Stream.<JobType<?, ?>>of(
                        CONFIRM_RECEIPT,
                        OPEN_REVIEW,
                        REMIND_REVIEWERS,
                        ESCALATE_REVIEW,
                        REQUEST_INFORMATION,
                        REMIND_APPLICANT,
                        WITHDRAW_APPLICATION,
                        NOTIFY_REJECTION,
                        CREATE_ACCOUNT,
                        LINK_ACCOUNT,
                        SEND_WELCOME,
                        REMIND_ACTIVATION,
                        CHECK_BRANDING,
                        REMIND_BRANDING,
                        CHECK_DOMAIN_REQUEST,
                        REMIND_DOMAIN_REQUEST,
                        GO_LIVE,
                        CANCEL_ONBOARDING,
                        CLOSE_ONBOARDING,
                        START_DOMAIN_SETUP,
                        CHECK_CNAME,
                        SEND_DIAGNOSIS,
                        ACTIVATE_DOMAIN,
                        RELEASE_FORMER_DOMAIN,
                        RELEASE_DOMAIN,
                        START_DOMAIN_WATCH,
                        CHECK_LIVE_DOMAIN,
                        WARN_DOMAIN_BROKEN,
                        CHECK_BROKEN_DOMAIN,
                        SUSPEND_DOMAIN,
                        CONFIRM_DOMAIN_REPAIRED,
                        OPEN_INTRODUCTION,
                        SHARE_CONTACT,
                        CLOSE_INTRODUCTION,
                        CREATE_SPACE,
                        REJECT_SPACE,
                        ACTIVATE_SPACE,
                        REMIND_RESELLER,
                        SEND_INVITATION,
                        REMIND_INVITEE,
                        GRANT_ACCESS,
                        REPORT_UNDELIVERABLE,
                        EXPIRE_INVITATION,
                        START_OFFBOARDING,
                        KEEP_RESELLER,
                        SUSPEND_PLATFORM,
                        PARK_DOMAIN,
                        REMIND_LEAVING_RESELLER,
                        RESTORE_RESELLER,
                        ARCHIVE_RESELLER,
                        OPEN_TASK,
                        REMIND_TEAM,
                        ESCALATE_TASK,
                        RECORD_DECISION)
                .toList();
    }
}

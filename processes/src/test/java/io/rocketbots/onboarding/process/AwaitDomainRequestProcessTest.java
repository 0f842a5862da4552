package io.rocketbots.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.process.Variables.DomainRequestChecked;
import io.rocketbots.onboarding.process.Variables.WaitEnded;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AwaitDomainRequestProcessTest {

    @RegisterExtension
    static final Scenario scenario = new Scenario();

    @Test
    void skipsTheWaitForADomainThatIsAlreadyRequested() {
        scenario.jobs()
                .next(
                        JobTypes.CHECK_DOMAIN_REQUEST,
                        new DomainRequestChecked(
                                true, scenario.jobs().domainId, scenario.jobs().in(90)));

        scenario.reachesSetUp();

        scenario.waitsAt("CallActivity_SetUpDomain");
        scenario.hasNotReached("Task_AwaitDomainRequest");
        assertThat(scenario.inputs(JobTypes.START_DOMAIN_SETUP)).containsEntry("domainId", scenario.domainId());
    }

    @Test
    void setsUpTheDomainThatTheResellerRequests() {
        scenario.reachesSetUp();

        scenario.requestsDomain();

        scenario.hasPassed("Task_AwaitDomainRequest");
        scenario.waitsAt("CallActivity_SetUpDomain");
        assertThat(scenario.inputs(JobTypes.START_DOMAIN_SETUP)).containsEntry("domainId", scenario.domainId());
    }

    @Test
    void remindsTheResellerThreeTimes() {
        scenario.reachesSetUp();

        scenario.passes(ScriptedJobs.DOMAIN_REQUEST.first());
        scenario.hasPassed("EndEvent_DomainRequestReminded", 1);
        scenario.passesFrom(ScriptedJobs.DOMAIN_REQUEST.first(), ScriptedJobs.DOMAIN_REQUEST.second());
        scenario.hasPassed("EndEvent_DomainRequestReminded", 2);
        scenario.passesFrom(ScriptedJobs.DOMAIN_REQUEST.second(), ScriptedJobs.DOMAIN_REQUEST.third());

        scenario.hasPassed("EndEvent_DomainRequestReminded", 3);
        scenario.waitsAt("Task_AwaitDomainRequest");
    }

    @Test
    void callsTheResellerWhenTimeIsUp() {
        scenario.reachesSetUp();
        scenario.happens(MessageTypes.BRANDING_COMPLETED, scenario.applicationId());
        scenario.hasPassed("Gateway_BrandingDone");
        scenario.passes(ScriptedJobs.DOMAIN_REQUEST.giveUp());
        scenario.waitsAt("Task_CallReseller");

        scenario.waitsAt("CallActivity_CallAboutDomain");
        assertThat(scenario.inputs(JobTypes.OPEN_TASK)).containsEntry("about", "domain");
    }

    @Test
    void waitsAgainWhenTimeIsExtended() {
        scenario.reachesSetUp();
        scenario.happens(MessageTypes.BRANDING_COMPLETED, scenario.applicationId());
        scenario.hasPassed("Gateway_BrandingDone");
        scenario.passes(ScriptedJobs.DOMAIN_REQUEST.giveUp());
        scenario.waitsAt("Task_CallReseller");

        scenario.decidesInTasklist("Task_CallReseller", "extend");

        scenario.hasPassed("Task_CheckDomainRequest", 2);
        scenario.waitsAt("Task_AwaitDomainRequest", 2);
    }

    @Test
    void closesTheOnboardingWhenTheResellerGivesUp() {
        scenario.reachesSetUp();
        scenario.happens(MessageTypes.BRANDING_COMPLETED, scenario.applicationId());
        scenario.hasPassed("Gateway_BrandingDone");
        scenario.passes(ScriptedJobs.DOMAIN_REQUEST.giveUp());
        scenario.waitsAt("Task_CallReseller");

        scenario.decidesInTasklist("Task_CallReseller", "close");

        scenario.endedAt("EndEvent_OnboardingClosed");
    }

    @Test
    void setsUpTheDomainThatIsRequestedDuringTheCall() {
        scenario.reachesSetUp();
        scenario.happens(MessageTypes.BRANDING_COMPLETED, scenario.applicationId());
        scenario.hasPassed("Gateway_BrandingDone");
        scenario.passes(ScriptedJobs.DOMAIN_REQUEST.giveUp());
        scenario.waitsAt("Task_CallReseller");

        scenario.requestsDomain();

        scenario.hasLeftWithoutCompleting("Task_CallReseller");
        scenario.waitsAt("CallActivity_SetUpDomain");
        assertThat(scenario.inputs(JobTypes.START_DOMAIN_SETUP)).containsEntry("domainId", scenario.domainId());
    }

    @Test
    void closesTheOnboardingOnTheLastDayHoweverOftenTimeWasExtended() {
        scenario.reachesSetUp();
        scenario.happens(MessageTypes.BRANDING_COMPLETED, scenario.applicationId());
        scenario.hasPassed("Gateway_BrandingDone");
        scenario.passes(ScriptedJobs.DOMAIN_REQUEST.giveUp());
        scenario.waitsAt("Task_CallReseller");
        scenario.decidesInTasklist("Task_CallReseller", "extend");
        scenario.waitsAt("Task_AwaitDomainRequest", 2);
        scenario.passes(ScriptedJobs.DOMAIN_REQUEST.giveUp());
        scenario.decidesInTasklist("Task_CallReseller", "extend");
        scenario.waitsAt("Task_AwaitDomainRequest", 3);

        scenario.passesFrom(ScriptedJobs.DOMAIN_REQUEST.giveUp().multipliedBy(2), Duration.ofDays(90));

        scenario.hasPassed("BoundaryEvent_DomainDeadlinePassed");
        assertThat(scenario.inputs(JobTypes.CLOSE_ONBOARDING)).containsEntry("awaited", "domain");
        scenario.endedAt("EndEvent_OnboardingClosed");
    }

    @Test
    void setsUpTheDomainThatWasRequestedBeforeTheClosing() {
        scenario.jobs().next(JobTypes.CLOSE_ONBOARDING, new WaitEnded(true));
        scenario.jobs().next(JobTypes.CHECK_DOMAIN_REQUEST, new DomainRequestChecked(false, null, in(90)));
        scenario.jobs()
                .next(JobTypes.CHECK_DOMAIN_REQUEST, new DomainRequestChecked(true, scenario.jobs().domainId, in(90)));
        scenario.reachesSetUp();
        scenario.happens(MessageTypes.BRANDING_COMPLETED, scenario.applicationId());
        scenario.hasPassed("Gateway_BrandingDone");
        scenario.passes(ScriptedJobs.DOMAIN_REQUEST.giveUp());
        scenario.waitsAt("Task_CallReseller");

        scenario.decidesInTasklist("Task_CallReseller", "close");
        scenario.waitsAt("CallActivity_SetUpDomain");
        scenario.requestsDomain();

        scenario.isNotOver();
        scenario.hasNotReached("EndEvent_OnboardingClosed");
        assertThat(scenario.inputs(JobTypes.START_DOMAIN_SETUP)).containsEntry("domainId", scenario.domainId());
    }

    @Test
    void setsUpTheDomainThatWasRequestedBeforeTheEndOfTheLastDay() {
        scenario.jobs().next(JobTypes.CLOSE_ONBOARDING, new WaitEnded(true));
        scenario.jobs().next(JobTypes.CHECK_DOMAIN_REQUEST, new DomainRequestChecked(false, null, in(20)));
        scenario.jobs()
                .next(JobTypes.CHECK_DOMAIN_REQUEST, new DomainRequestChecked(true, scenario.jobs().domainId, in(20)));
        scenario.reachesSetUp();
        scenario.happens(MessageTypes.BRANDING_COMPLETED, scenario.applicationId());
        scenario.hasPassed("Gateway_BrandingDone");

        scenario.passes(Duration.ofDays(20));

        scenario.hasPassed("BoundaryEvent_DomainDeadlinePassed");
        scenario.waitsAt("CallActivity_SetUpDomain");
        scenario.hasNotReached("EndEvent_OnboardingClosed");
    }

    @Test
    void waitsForAnotherDomainAfterOneWasGivenUp() {
        scenario.reachesSetUp();
        scenario.requestsDomain();
        scenario.waitsAt("SubProcess_AwaitCname");
        scenario.passes(ScriptedJobs.CNAME.giveUp());

        scenario.decidesInTasklist("Task_HelpWithDomain", "give-up");

        scenario.hasPassed("CallActivity_SetUpDomain");
        scenario.waitsAt("Task_AwaitDomainRequest", 2);
    }

    private static Instant in(int days) {
        return scenario.jobs().in(days);
    }
}

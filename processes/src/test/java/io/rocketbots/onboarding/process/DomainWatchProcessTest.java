package io.rocketbots.onboarding.process;

import io.rocketbots.onboarding.process.Variables.BrokenDomainChecked;
import io.rocketbots.onboarding.process.Variables.LiveDomainChecked;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DomainWatchProcessTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    @RegisterExtension
    static final Scenario scenario = new Scenario();

    @Test
    void looksAtALiveDomainEveryDay() {
        scenario.domainGoesLive();
        scenario.waitsAt("Gateway_NextCheck");

        scenario.passes(DAY);
        scenario.waitsAt("Gateway_NextCheck", 2);
        scenario.passes(DAY);

        scenario.hasPassed("Task_CheckLiveDomain", 2);
        scenario.hasPassed("CatchEvent_NextCheckDue", 2);
        scenario.hasNotReached("Task_WarnDomainBroken");
    }

    @Test
    void looksAtALiveDomainWhenSomebodyPressesCheckNow() {
        scenario.domainGoesLive();
        scenario.waitsAt("Gateway_NextCheck");

        scenario.happens(MessageTypes.DNS_CHECK_REQUESTED, scenario.domainId());

        scenario.hasPassed("CatchEvent_CheckRequested");
        scenario.hasPassed("Task_CheckLiveDomain");
        scenario.waitsAt("Gateway_NextCheck", 2);
    }

    @Test
    void warnsOnceAndLooksEveryHourWhileTheDomainLeadsElsewhere() {
        breaks();

        scenario.passes(HOUR);
        scenario.waitsAt("Gateway_NextRepairCheck", 2);
        scenario.passes(HOUR);

        scenario.hasPassed("Task_CheckBrokenDomain", 2);
        scenario.hasPassed("Task_WarnDomainBroken", 1);
        scenario.hasNotReached("Task_SuspendDomain");
    }

    @Test
    void watchesOnWhenTheDomainIsRepaired() {
        breaks();
        isRepairedAtTheNextLook();

        scenario.passes(HOUR);

        scenario.hasPassed("EndEvent_DomainRepaired");
        scenario.hasPassed("Task_ConfirmDomainRepaired");
        scenario.waitsAt("Gateway_NextCheck", 2);
    }

    @Test
    void findsTheRepairAtOnceWhenSomebodyPressesCheckNow() {
        breaks();
        isRepairedAtTheNextLook();

        scenario.happens(MessageTypes.DNS_CHECK_REQUESTED, scenario.domainId());

        scenario.hasPassed("CatchEvent_RepairCheckRequested");
        scenario.hasPassed("Task_ConfirmDomainRepaired");
    }

    @Test
    void suspendsTheDomainThatIsBrokenForTooLongAndGoesOnLooking() {
        breaks();

        scenario.passes(Duration.ofDays(7));

        scenario.hasPassed("Task_SuspendDomain");
        scenario.hasPassed("EndEvent_DomainSuspended");
        scenario.waitsAt("SubProcess_AwaitRepair");
    }

    @Test
    void liftsTheSuspensionWhenTheDomainIsRepaired() {
        breaks();
        scenario.passes(Duration.ofDays(7));
        scenario.hasPassed("EndEvent_DomainSuspended");
        isRepairedAtTheNextLook();

        scenario.passes(HOUR);

        scenario.hasPassed("Task_ConfirmDomainRepaired");
        scenario.waitsAt("Gateway_NextCheck", 2);
    }

    @Test
    void endsWhenTheDomainIsReleased() {
        scenario.domainGoesLive();
        scenario.waitsAt("Gateway_NextCheck");

        scenario.happens(MessageTypes.DOMAIN_RELEASED, scenario.domainId());

        scenario.endedAt("EndEvent_WatchOver");
    }

    @Test
    void endsWhenABrokenDomainIsReleased() {
        breaks();

        scenario.happens(MessageTypes.DOMAIN_RELEASED, scenario.domainId());

        scenario.endedAt("EndEvent_WatchOver");
    }

    @Test
    void endsAtOnceWhenAnotherInstanceWatchesTheDomain() {
        scenario.jobs().nextFails(JobTypes.START_DOMAIN_WATCH, StepError.DUPLICATE_START);

        scenario.domainGoesLive();

        scenario.endedAt("EndEvent_AlreadyRunning");
    }

    private static void breaks() {
        scenario.jobs()
                .next(
                        JobTypes.CHECK_LIVE_DOMAIN,
                        new LiveDomainChecked(true, scenario.jobs().in(1).plus(HOUR)));
        scenario.domainGoesLive();
        scenario.waitsAt("Gateway_NextCheck");
        scenario.passes(DAY);
        scenario.hasPassed("Task_WarnDomainBroken");
        scenario.waitsAt("Gateway_NextRepairCheck");
    }

    private static void isRepairedAtTheNextLook() {
        scenario.jobs()
                .next(
                        JobTypes.CHECK_BROKEN_DOMAIN,
                        new BrokenDomainChecked(true, scenario.jobs().in(20)));
    }
}

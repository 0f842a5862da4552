package io.rocketbots.onboarding.process;

import io.rocketbots.onboarding.process.Variables.BrandingChecked;
import io.rocketbots.onboarding.process.Variables.CnameChecked;
import io.rocketbots.onboarding.process.Variables.DomainRequestChecked;
import io.rocketbots.onboarding.process.Variables.WelcomeSent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GoLiveProcessTest {

    @RegisterExtension
    static final Scenario scenario = new Scenario();

    @Test
    void goesLiveOnceBrandAndDomainAreSet() {
        scenario.reachesSetUp();
        scenario.jobs()
                .next(
                        JobTypes.CHECK_CNAME,
                        new CnameChecked(true, scenario.jobs().in(1)));

        scenario.happens(MessageTypes.BRANDING_COMPLETED, scenario.applicationId());
        scenario.requestsDomain();

        scenario.hasPassed("Task_GoLive");
        scenario.endedAt("EndEvent_ResellerLive");
    }

    @Test
    void goesLiveWhenTheDomainIsReadyBeforeTheBranding() {
        scenario.reachesSetUp();
        scenario.jobs()
                .next(
                        JobTypes.CHECK_CNAME,
                        new CnameChecked(true, scenario.jobs().in(1)));
        scenario.requestsDomain();
        scenario.hasPassed("CallActivity_SetUpDomain");
        scenario.hasNotReached("Task_GoLive");

        scenario.happens(MessageTypes.BRANDING_COMPLETED, scenario.applicationId());

        scenario.endedAt("EndEvent_ResellerLive");
    }

    @Test
    void goesLiveAtOnceWhenTheResellerWasFasterThanTheProcess() {
        scenario.jobs()
                .next(
                        JobTypes.CHECK_CNAME,
                        new CnameChecked(true, scenario.jobs().in(1)));
        scenario.jobs().next(JobTypes.SEND_WELCOME, new WelcomeSent(true));
        scenario.jobs().next(JobTypes.CHECK_BRANDING, new BrandingChecked(true));
        scenario.jobs()
                .next(
                        JobTypes.CHECK_DOMAIN_REQUEST,
                        new DomainRequestChecked(
                                true, scenario.jobs().domainId, scenario.jobs().in(90)));

        scenario.reachesSendWelcome();

        scenario.endedAt("EndEvent_ResellerLive");
    }
}

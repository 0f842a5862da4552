package io.rocketbots.onboarding.journey;

import io.rocketbots.onboarding.OnboardingApplication;
import io.rocketbots.onboarding.launch.domain.DnsSettings;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;

/**
 * Starts the application as production does, except that it asks name servers with private addresses: all that plays the
 * internet here is on this machine, and no setting allows that outside local mode.
 */
final class ProductionOnThisMachine {

    private static final String BEAN = "dnsSettings";

    private ProductionOnThisMachine() {}

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(OnboardingApplication.class);
        application.addInitializers(
                context -> context.addBeanFactoryPostProcessor(ProductionOnThisMachine::askPrivateServers));
        application.run(arguments);
    }

    private static void askPrivateServers(ConfigurableListableBeanFactory beans) {
        DnsSettings set = beans.getBean(BEAN, DnsSettings.class);
        ((DefaultListableBeanFactory) beans).destroySingleton(BEAN);
        beans.registerSingleton(
                BEAN,
                new DnsSettings(
                        set.resolver(),
                        set.authoritativePort(),
                        set.timeout(),
                        true,
                        set.httpPort(),
                        set.ownAddresses()));
    }
}

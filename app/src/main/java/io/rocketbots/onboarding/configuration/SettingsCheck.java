package io.rocketbots.onboarding.configuration;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Reads the settings before anything else starts, refuses what is wrong, all of it at once, and hands each part on to
 * the feature that needs it: every record in {@link Settings} is a bean.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        boolean local = LocalSettings.areOn(environment);
        if (local) {
            LocalModeStart.refuseWhereItIsMissing(context.getClassLoader());
        }
        List<SettingFault> unknown = UnknownSettings.in(environment);
        SettingValues values = SettingValues.read(environment, local);
        List<SettingFault> faults = Stream.of(unknown, values.faults(), new SettingsRules(values, local).faults())
                .flatMap(List::stream)
                .toList();
        if (!faults.isEmpty()) {
            throw new SettingsRefused(faults);
        }
        handOn(Binder.get(environment).bind(Settings.PREFIX, Settings.class).get(), context.getBeanFactory());
    }

    private static void handOn(Settings settings, ConfigurableListableBeanFactory beans) {
        beans.registerSingleton("settings", settings);
        for (RecordComponent part : Settings.class.getRecordComponents()) {
            if (part.getType().isRecord()) {
                beans.registerSingleton(part.getName() + "Settings", valueOf(part, settings));
            }
        }
    }

    private static Object valueOf(RecordComponent part, Settings settings) {
        try {
            return part.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(part + " cannot be read.", e);
        }
    }
}

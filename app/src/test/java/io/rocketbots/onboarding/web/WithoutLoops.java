package io.rocketbots.onboarding.web;

import static org.mockito.Mockito.mock;

import io.rocketbots.onboarding.engine.Deployment;
import io.rocketbots.onboarding.engine.EngineHealth;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/** Takes out every part of ours that starts by itself: what it would do, a test of it does by calling it. */
@TestConfiguration
class WithoutLoops implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        ((BeanDefinitionRegistry) beans)
                .removeBeanDefinition(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME);
        for (String name : beans.getBeanNamesForType(SmartLifecycle.class, true, false)) {
            Class<?> type = beans.getType(name);
            if (type != null && type.getName().startsWith("io.rocketbots.")) {
                ((BeanDefinitionRegistry) beans).removeBeanDefinition(name);
            }
            if (type == Deployment.class) {
                // A page asks which models it has deployed: none.
                beans.registerSingleton(name, mock(Deployment.class));
            }
        }
        // No engine runs here, and asking takes as long as its patience: it does not answer.
        for (String name : beans.getBeanNamesForType(EngineHealth.class, true, false)) {
            ((BeanDefinitionRegistry) beans).removeBeanDefinition(name);
            beans.registerSingleton(name, mock(EngineHealth.class));
        }
    }
}

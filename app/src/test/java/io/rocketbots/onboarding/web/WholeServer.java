package io.rocketbots.onboarding.web;

import io.rocketbots.onboarding.OnboardingApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * The application of {@link WholeApp} behind the real Tomcat on a free port, set up as production is: behind a proxy that
 * ends TLS, here whoever connects from this machine. All such tests share one; it counts only what a test sends in the
 * name of its own network address ({@code X-Forwarded-For}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = OnboardingApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:server;MODE=PostgreSQL;DB_CLOSE_DELAY=-1",
            "onboarding.internal-port=0",
            "onboarding.sign-in.team-second-factor=false",
            "onboarding.base-url=https://localhost",
            "onboarding.secret=of-these-tests-and-long-enough-for-them",
            "onboarding.hosts=localhost,rocketbots.localhost",
            "onboarding.domain.own-zones=rocketbots.localhost",
            "onboarding.domain.target-zone=edge.localhost",
            "onboarding.mail.neutral-domain=mail.localhost",
            "onboarding.mail.support-address=partners@rocketbots.localhost"
        })
@Import({WithoutLoops.class, People.class, Overtaking.class})
public @interface WholeServer {}

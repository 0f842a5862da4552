package io.rocketbots.onboarding.web;

import io.rocketbots.onboarding.OnboardingApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** The whole application for MockMvc, with a database in memory and without the loops that talk to engine and mail server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = OnboardingApplication.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:pages;MODE=PostgreSQL;DB_CLOSE_DELAY=-1",
            "onboarding.rate-limits.sign-in.count=1000",
            "onboarding.sign-in.team-second-factor=false",
            "onboarding.rate-limits.reset.count=1000",
            "onboarding.base-url=http://localhost:8080",
            "onboarding.secret=of-these-tests-and-long-enough-for-them",
            "onboarding.hosts=localhost,rocketbots.localhost",
            "onboarding.domain.own-zones=rocketbots.localhost",
            "onboarding.domain.target-zone=edge.localhost",
            "onboarding.mail.neutral-domain=mail.localhost",
            "onboarding.mail.support-address=partners@rocketbots.localhost"
        })
@AutoConfigureMockMvc
@Import({WithoutLoops.class, People.class, QuickPasswords.class, Overtaking.class, OneConnectionEach.Guard.class})
public @interface WholeApp {}

package io.rocketbots.onboarding.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

class ArchitectureTest {

    private static final String BASE = "io.rocketbots.onboarding";
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);
    private static final JavaClasses BAD_SAMPLES = new ClassFileImporter().importPackages(BASE + ".architecture.bad");

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .that()
                        .resideOutsideOfPackages("..onboarding.engine..", "..onboarding.localengine..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.camunda..")
                        .because("only the package engine speaks to the engine, so that its client can change"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..onboarding.localengine..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("..onboarding.localengine..")
                        .because("the engine of local mode is not in the jar"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "..onboarding",
                                "..onboarding.web..",
                                "..onboarding.configuration..",
                                "..onboarding.localengine..",
                                "..onboarding.localmode..",
                                "..onboarding.monitoring..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.springframework.boot..", "org.springframework.web..", "jakarta.servlet..")
                        .because("the domain knows neither web nor Boot"),
                classes()
                        .that()
                        .resideInAPackage("..step")
                        .should(notUseAnotherStepPackage())
                        .because("steps meet in the model and in shared nouns, not in each other"),
                noClasses()
                        .should()
                        .haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Impl|Dto|Entity)")
                        .because("such a name says nothing"),
                noClasses().should().haveSimpleNameStartingWith("Abstract"),
                classes()
                        .that()
                        .haveSimpleNameEndingWith("Controller")
                        .should()
                        .notBePublic()
                        .because("nothing but the framework calls a controller"),
                noFields()
                        .should()
                        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                        .because("what a class needs stands in its constructor"),
                noClasses()
                        .should()
                        .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                        .because("it holds a connection of the pool until somebody closes it; list() does not"),
                classes()
                        .that()
                        .areInterfaces()
                        .and()
                        .areAssignableTo(Repository.class)
                        .should()
                        .beAnnotatedWith(Transactional.class)
                        .because("outside a transaction, each set of an aggregate is read on a second connection"),
                noMethods()
                        .should(beginATransactionInsideAnother())
                        .because("it waits for a second connection while it holds one"),
                noClasses()
                        .that()
                        .resideInAnyPackage("..onboarding.process..", "..onboarding.form..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.springframework..", "io.camunda..")
                        .because("contract and forms stand on their own"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProductKeepsTheRule(ArchRule rule) {
        rule.check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theBadSampleBreaksTheRule(ArchRule rule) {
        assertThat(rule.evaluate(BAD_SAMPLES).hasViolation())
                .as("a rule that nothing can break: %s", rule.getDescription())
                .isTrue();
    }

    @Test
    void looksAtTheWholeProduct() {
        assertThat(PRODUCT.contain(BASE + ".engine.JobRunner")).isTrue();
        assertThat(PRODUCT.contain(BASE + ".form.Form")).isTrue();
        assertThat(PRODUCT.contain(BASE + ".process.JobTypes")).isTrue();
        assertThat(PRODUCT.that(DescribedPredicate.describe(
                        "public controllers",
                        (JavaClass type) -> type.getSimpleName().endsWith("Controller")
                                && type.getModifiers().contains(JavaModifier.PUBLIC))))
                .isEmpty();
    }

    private static ArchCondition<JavaMethod> beginATransactionInsideAnother() {
        return new ArchCondition<>("begin a transaction inside another") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean begins = method.tryGetAnnotationOfType(Transactional.class)
                        .map(Transactional::propagation)
                        .filter(Propagation.REQUIRES_NEW::equals)
                        .isPresent();
                events.add(new SimpleConditionEvent(method, begins, method.getDescription()));
            }
        };
    }

    private static ArchCondition<JavaClass> notUseAnotherStepPackage() {
        return new ArchCondition<>("not use another step package") {
            @Override
            public void check(JavaClass step, ConditionEvents events) {
                step.getDirectDependenciesFromSelf().stream()
                        .filter(use -> use.getTargetClass().getPackageName().endsWith(".step"))
                        .filter(use -> !use.getTargetClass().getPackageName().equals(step.getPackageName()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(step, use.getDescription())));
            }
        };
    }
}

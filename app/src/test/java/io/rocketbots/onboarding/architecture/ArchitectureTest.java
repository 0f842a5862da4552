package io.rocketbots.onboarding.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.SmartLifecycle;
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

    private static final int MOST_PARAMETERS = 8;

    /** From the ground up: each uses those before it and none after it. CONTRIBUTING says what is on which. */
    private static final List<String> FLOORS = List.of(
            "process",
            "form",
            "kernel",
            "tenancy",
            "admission",
            "integration",
            "launch",
            "customer",
            "lifecycle",
            "operations",
            "engine",
            "monitoring",
            "smtp",
            "configuration",
            "web",
            "local");

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .that()
                        .resideOutsideOfPackages("..onboarding.engine..", "..onboarding.local.engine..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.camunda..")
                        .because("only the package engine speaks to the engine, so that its client can change"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..onboarding.local..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("..onboarding.local..")
                        .because("local mode is not in the jar"),
                slices().matching(BASE + ".(**)").should().beFreeOfCycles(),
                noClasses()
                        .should(dependOnAFloorAbove())
                        .because("a floor can be read, tested and changed without those above it"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "..onboarding",
                                "..onboarding.web..",
                                "..onboarding.configuration..",
                                "..onboarding.local..",
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
                constructors()
                        .that()
                        .areDeclaredInClassesThat(takeTheirCollaborators())
                        .should(takeFewParameters())
                        .because("what needs more is two things, or a thing that has no name yet"),
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
                        .should(makeVirtualThreads())
                        .because("two of them that load classes keep two processors from ever going on"),
                classes()
                        .that()
                        .implement(SmartLifecycle.class)
                        .and()
                        // What others need to start.
                        .resideOutsideOfPackage("..onboarding.local..")
                        .should(startLast())
                        .because("loops begin when everything else is there"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                // What was drawn or configured by those who run it; no stranger writes that.
                                "..onboarding.process..", "..onboarding.configuration..")
                        .should(useRegularExpressionsOfJava())
                        .because("on what a stranger wrote they can take for ever; those of RE2/J cannot"),
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

    /** So that a rule with an exception for a package does not outlive the package. */
    @ParameterizedTest
    @MethodSource("floors")
    void everyFloorHasSomethingOnIt(String floor) {
        assertThat(PRODUCT.stream().anyMatch(type -> floorOf(type) == FLOORS.indexOf(floor)))
                .isTrue();
    }

    static List<String> floors() {
        return FLOORS;
    }

    /** The package of the start is on none. */
    @Test
    void everythingIsOnAFloor() {
        assertThat(PRODUCT.stream()
                        .filter(type -> type.getPackageName().startsWith(BASE + "."))
                        .filter(type -> floorOf(type) < 0)
                        .map(JavaClass::getName))
                .isEmpty();
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

    private static ArchCondition<JavaClass> dependOnAFloorAbove() {
        return new ArchCondition<>("depend on a floor above") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> floorOf(type) >= 0 && floorOf(use.getTargetClass()) > floorOf(type))
                        .forEach(use -> events.add(SimpleConditionEvent.satisfied(type, use.getDescription())));
            }
        };
    }

    /** The place of the first part of the package that names a floor; -1 for what stands on none, such as Java's own. */
    private static int floorOf(JavaClass type) {
        return type.getPackageName().startsWith(BASE + ".")
                ? Splitter.on('.')
                        .splitToStream(type.getPackageName().substring(BASE.length() + 1))
                        .mapToInt(FLOORS::indexOf)
                        .filter(floor -> floor >= 0)
                        .findFirst()
                        .orElse(-1)
                : -1;
    }

    /** Not the values of a record or an enum, nor what a class without a name captured. */
    private static DescribedPredicate<JavaClass> takeTheirCollaborators() {
        return DescribedPredicate.describe(
                "take their collaborators",
                type -> !type.isRecord() && !type.isEnum() && !type.isAnonymousClass() && !type.isLocalClass());
    }

    private static ArchCondition<JavaConstructor> takeFewParameters() {
        return new ArchCondition<>("take at most %d parameters".formatted(MOST_PARAMETERS)) {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                int parameters = constructor.getRawParameterTypes().size();
                events.add(new SimpleConditionEvent(
                        constructor,
                        parameters <= MOST_PARAMETERS,
                        "%s takes %d parameters".formatted(constructor.getFullName(), parameters)));
            }
        };
    }

    private static ArchCondition<JavaClass> makeVirtualThreads() {
        return new ArchCondition<>("make virtual threads") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                                || call.getTargetOwner().isEquivalentTo(Executors.class))
                        .filter(call -> call.getName().contains("Virtual"))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(type, call.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> startLast() {
        return new ArchCondition<>("have the phase that starts last") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.tryGetMethod("getPhase")
                        .ifPresent(own ->
                                events.add(SimpleConditionEvent.violated(type, own.getFullName() + " says otherwise")));
            }
        };
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

    private static ArchCondition<JavaClass> useRegularExpressionsOfJava() {
        Set<String> ofStrings = Set.of("matches", "replaceAll", "replaceFirst", "split", "splitWithDelimiters");
        return new ArchCondition<>("use regular expressions of Java") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> use.getTargetClass().getPackageName().equals("java.util.regex"))
                        .forEach(use -> events.add(SimpleConditionEvent.satisfied(type, use.getDescription())));
                type.getAccessesFromSelf().stream()
                        .filter(use -> use.getTargetOwner().isEquivalentTo(String.class)
                                && ofStrings.contains(use.getTarget().getName()))
                        .forEach(use -> events.add(SimpleConditionEvent.satisfied(type, use.getDescription())));
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

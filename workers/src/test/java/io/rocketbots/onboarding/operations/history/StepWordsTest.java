package io.rocketbots.onboarding.operations.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepWordsTest {

    @Test
    void saysOfEveryStepWhatDoesNotHappenMeanwhile() {
        List<String> unsaid = JobTypes.all().stream()
                .map(JobType::name)
                .filter(step -> StepWords.meanwhile(step).equals(StepWords.AT_LEAST))
                .toList();

        assertThat(unsaid).isEmpty();
    }

    @Test
    void saysOfNoTwoStepsTheSame() {
        List<String> said = JobTypes.all().stream()
                .map(JobType::name)
                .map(StepWords::meanwhile)
                .toList();

        assertThat(said).doesNotHaveDuplicates();
    }
}

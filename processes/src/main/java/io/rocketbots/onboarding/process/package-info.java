/**
 * The typed contract between the BPMN models and the code: which jobs, messages, errors and variables there are. Start
 * with {@link io.rocketbots.onboarding.process.JobTypes}; the models lie beside the code as resources.
 */
@NullMarked
package io.rocketbots.onboarding.process;

import org.jspecify.annotations.NullMarked;

/** The team's pages: tasks, applications, resellers and operations. Start with {@link io.rocketbots.onboarding.web.team.TaskListController}. */
@NullMarked
package io.rocketbots.onboarding.web.team;

import org.jspecify.annotations.NullMarked;

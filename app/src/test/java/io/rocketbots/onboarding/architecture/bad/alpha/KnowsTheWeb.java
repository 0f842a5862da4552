package io.rocketbots.onboarding.architecture.bad.alpha;

import org.springframework.web.servlet.ModelAndView;

/** Breaks: the domain knows no web. */
record KnowsTheWeb(ModelAndView page) {}

package org.kaiyuan.platform.tenancy;

import org.kaiyuan.platform.refusal.Incident;
import org.kaiyuan.platform.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.AsyncConfigurer;

/**
 * What becomes of a reaction that failed: its event is kept and handed to it again, so one that only had to
 * wait, because search is not up yet, is a line; anything else is an incident.
 */
@Configuration(proxyBeanMethods = false)
class FailedReactions implements AsyncConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(FailedReactions.class);

    @Override
    public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
        return (fault, method, parameters) -> {
            if (fault instanceof Refusal refusal && refusal.kind() == Refusal.Kind.UNAVAILABLE) {
                LOG.debug(
                        "{} waits: {}",
                        method.getDeclaringClass().getSimpleName(),
                        fault.toString());
            } else {
                Incident.of(fault);
            }
        };
    }
}

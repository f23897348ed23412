package org.kaiyuan.ui.doors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * Hears which statements requests send: two that send the same take the same time, on a busy machine too,
 * where a clock says nothing.
 */
final class RequestStatements extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final String HIBERNATE = "org.hibernate.SQL";
    private static final List<String> TALKERS =
            List.of("org.springframework.jdbc.core.JdbcTemplate", HIBERNATE);

    private final Map<String, Level> levels = new LinkedHashMap<>();
    private final List<String> heard = new ArrayList<>();

    RequestStatements() {
        start();
        for (var name : TALKERS) {
            var logger = (Logger) LoggerFactory.getLogger(name);
            levels.put(name, logger.getLevel());
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(this);
        }
    }

    @Override
    protected synchronized void append(ILoggingEvent event) {
        boolean ofARequest =
                event.getThreadName().contains("-exec-")
                        || event.getThreadName().startsWith("tomcat-handler");
        var said = event.getFormattedMessage();
        boolean aStatement = event.getLoggerName().equals(HIBERNATE) || said.contains("[");
        // of who asks, whatever they ask for: when they were there last, and whether their zone
        // stands still
        boolean onceInAWhile =
                said.contains("set last_used_at")
                        || said.contains("select name, state, state_reason from tenancy.tenant");
        if (ofARequest && aStatement && !onceInAWhile) {
            heard.add(said);
        }
    }

    synchronized void forget() {
        heard.clear();
    }

    /** What was heard since the last time. */
    synchronized List<String> taken() {
        var taken = List.copyOf(heard);
        heard.clear();
        return taken;
    }

    @Override
    public void close() {
        levels.forEach((name, level) -> {
            var logger = (Logger) LoggerFactory.getLogger(name);
            logger.detachAppender(this);
            logger.setAdditive(true);
            logger.setLevel(level);
        });
        stop();
    }
}

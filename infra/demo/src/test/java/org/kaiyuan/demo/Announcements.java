package org.kaiyuan.demo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kaiyuan.enterprises.EnterprisesImported;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;

/** What the demo has announced; the tests that load it share one application, so that it is loaded once. */
@TestConfiguration
class Announcements {
    final List<EnterprisesImported> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void on(EnterprisesImported imported) {
        heard.add(imported);
    }
}

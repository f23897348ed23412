package org.kaiyuan.services;

import java.util.List;
import org.kaiyuan.platform.search.SearchDoor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Keeps the index in step. Looks at the row as it is now, so it may run twice and in any order; holds no database connection while
 * Elasticsearch answers.
 */
@Component
class IndexServicesWhenPublished {
    private final SearchDoor door;
    private final ServiceIndex services;

    IndexServicesWhenPublished(SearchDoor door, ServiceIndex services) {
        this.door = door;
        this.services = services;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(ServicePublished published) {
        door.write(ServiceIndex.INDEX, services.of(List.of(published.service())), List.of());
    }
}

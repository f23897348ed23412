package org.kaiyuan.platform.search;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where Elasticsearch is: an external cluster by configuration, or the embedded node. */
public interface ElasticsearchConnection {
    /** Known before the node answers. */
    URI url();

    default @Nullable String username() {
        return null;
    }

    default @Nullable String password() {
        return null;
    }
}

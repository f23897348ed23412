package org.kaiyuan.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded server could not be started, and why. */
public class EmbeddedServerFailed extends StartRefused {
    public EmbeddedServerFailed(String sentence) {
        super(sentence, null);
    }

    public EmbeddedServerFailed(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}

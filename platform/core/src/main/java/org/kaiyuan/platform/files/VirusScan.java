package org.kaiyuan.platform.files;

import java.nio.file.Path;

/** Looks at a file before it is kept. */
interface VirusScan {
    /** No scanner is set up. */
    VirusScan NONE = file -> {};

    /** @throws FileRefused when it is infected, or nobody can say */
    void look(Path file);
}

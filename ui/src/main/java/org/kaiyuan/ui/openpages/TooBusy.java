package org.kaiyuan.ui.openpages;

/** More was asked at once than may be made for the public; it is asked again in a moment. */
public final class TooBusy extends RuntimeException {
    TooBusy() {
        super("too much at once", null, false, false);
    }
}

package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import io.nayuki.qrcodegen.QrCode;

/** An address as a picture that a phone reads; drawn here, so that what it says goes to no other server. */
public final class QrPicture extends Div {
    private static final int QUIET = 4;

    /** @param label what it is, for who cannot see it; words of ours, not somebody's */
    public QrPicture(String address, String label) {
        var code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d,%dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        int side = code.size + 2 * QUIET;
        var drawing =
                new Html(
                        "<svg viewBox='0 0 %d %d' shape-rendering='crispEdges' role='img' aria-label='QR'><rect width='100%%' height='100%%' fill='#fff'/><path d='%s' fill='#000'/></svg>"
                                .formatted(side, side, path));
        drawing.getElement().setAttribute("aria-label", label);
        add(drawing);
        addClassName("qr");
    }
}

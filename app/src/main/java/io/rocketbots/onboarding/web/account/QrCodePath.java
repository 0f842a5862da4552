package io.rocketbots.onboarding.web.account;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code (ISO/IEC 18004) as the data of an SVG path, a square a module, with the quiet zone that cameras need around it.
 *
 * @param size of a side, in modules
 */
public record QrCodePath(int size, String data) {

    private static final int QUIET_ZONE = 4;

    static QrCodePath of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder data = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    data.append('M')
                            .append(x + QUIET_ZONE)
                            .append(',')
                            .append(y + QUIET_ZONE)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrCodePath(code.size + 2 * QUIET_ZONE, data.toString());
    }
}

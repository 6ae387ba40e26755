export declare const chromiumFolder: string;
export declare const isChromiumPackaged: boolean;
export declare function unpackChromium(): void;

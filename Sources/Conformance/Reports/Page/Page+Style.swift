extension Page {
  /// The style: one set of colours for each scheme, everything else from them.
  static let style = """
    :root{--ink:#1b1c1f;--soft:#5d6068;--paper:#fff;--plane:#f5f6f8;--line:#d9dbe0;
    --green:#14723f;--red:#b3261e;--yellow:#855700;--greenback:#dff1e6;--redback:#fbe4e2;
    --yellowback:#f9edd2;--bar:#cfe9d9;--link:#0b57d0;
    --binary16:#c2560c;--bfloat16:#8b3fb8;--binary32:#0b6bb8;--binary64:#14723f;--k:20,114,63}
    @media(prefers-color-scheme:dark){:root{--ink:#e6e7ea;--soft:#a0a4ad;--paper:#141518;
    --plane:#1d1f23;--line:#383b42;--green:#6fd39b;--red:#ff8f86;--yellow:#e5b95c;
    --greenback:#17382a;--redback:#4a1d1b;--yellowback:#3d3013;--bar:#1f4a36;--link:#8ab4f8;
    --binary16:#ff9d5c;--bfloat16:#d39bf5;--binary32:#6db7f5;--binary64:#6fd39b;--k:64,190,124}}
    *{box-sizing:border-box}
    body{margin:0;font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--ink);
    background:var(--paper)}
    main{max-width:84rem;margin:0 auto;padding:1.5rem}
    h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:2.2rem 0 .6rem}
    h3{font-size:1rem;margin:0}a{color:var(--link)}
    p{max-width:60rem}header p{margin:.3rem 0}
    .verdict{font-size:1.1rem;font-weight:600}
    .green{color:var(--green)}.red{color:var(--red)}.yellow{color:var(--yellow)}
    .faint{color:var(--soft)}
    .banner{background:var(--yellowback);color:var(--yellow);padding:.5rem .8rem;border-radius:6px;
    font-weight:600}
    .facts{display:flex;flex-wrap:wrap;gap:.6rem 1.6rem;margin:1rem 0}
    .facts div{min-width:5rem;max-width:44rem}.facts dt{color:var(--soft);font-size:.8rem}
    .facts dd{margin:0}
    .badge{display:inline-block;padding:0 .5em;border-radius:1em;font-size:.85em;font-weight:600;
    border:1px solid currentColor}
    .scroll{overflow:auto;border:1px solid var(--line);border-radius:6px;max-width:100%}
    .scroll:has(.laws,.matrix){max-height:85vh}
    .scroll:has(.counts){width:fit-content}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums}
    th,td{text-align:left;padding:.2rem .6rem;border-bottom:1px solid var(--line);font-weight:400;
    vertical-align:top}
    tbody:last-child tr:last-child>*{border-bottom:0}
    thead th{font-weight:600;background:var(--plane)}
    .counts td,.counts th+th{text-align:right}
    .laws{width:100%;font-size:.88rem}.laws th{white-space:nowrap}
    .laws thead th{position:sticky;top:0;z-index:1}
    .laws td[data-format]{white-space:nowrap;min-width:6.2rem}
    .laws .chapter th{font-weight:600;background:var(--plane)}
    .laws td.green{background:linear-gradient(var(--bar),var(--bar)) 0 100%/var(--w) 3px no-repeat}
    .laws td.red{background:var(--redback)}.laws td.red a{color:inherit}
    .laws td.yellow{background:var(--yellowback)}
    .statement{font-family:"Cambria Math","STIX Two Math","Latin Modern Math",Georgia,serif}
    p.statement{margin:.3rem 0}td.statement{min-width:20rem;font-size:.95rem}
    .filter{display:flex;flex-wrap:wrap;gap:.6rem 1.2rem;align-items:center;margin:0 0 .7rem}
    .filter[hidden]{display:none}
    input,select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);
    border-radius:5px;padding:.15rem .4rem}
    :focus-visible{outline:2px solid var(--link);outline-offset:2px}
    output{color:var(--soft)}
    article{border:1px solid var(--line);border-left:4px solid var(--red);border-radius:6px;
    padding:.8rem 1rem;margin:.8rem 0;scroll-margin-top:1rem}
    article details{margin:.4rem 0}:target{background:var(--plane);scroll-margin-top:3rem}
    nav{margin:1rem 0}nav a{margin-right:1.2rem}
    .excess{color:var(--red);font-weight:400}.why{margin:.3rem 0;overflow-wrap:anywhere}
    .witnesses{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));
    gap:1rem;margin-top:.5rem}
    .witness{width:100%;font-size:.85rem;align-self:start}
    .witness caption{text-align:left;font-weight:600;padding:.2rem 0}
    .witness th{color:var(--soft);width:6.5rem;padding-left:0}
    .witness td,code,pre{font-family:ui-monospace,"SF Mono",Menlo,Consolas,monospace;font-size:.82rem;
    overflow-wrap:anywhere}
    pre{overflow:auto;background:var(--plane);padding:.7rem;border-radius:6px}
    .plain{list-style:none;padding:0;margin:.5rem 0}.plain li{padding:.15rem 0}
    details{margin:.6rem 0}summary{cursor:pointer;font-weight:600}
    .plots{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:1.2rem}
    figure{margin:0;border:1px solid var(--line);border-radius:6px;padding:.6rem .7rem .2rem}
    figcaption{font-size:.8rem;color:var(--soft);min-height:3.6em}figcaption b{color:var(--ink);
    display:block;font-size:.9rem}
    svg{width:100%;height:auto;display:block}svg text{font-size:9px;fill:var(--soft)}
    .grid{stroke:var(--line);stroke-width:.7;fill:none}
    .one{stroke:var(--red);stroke-width:1;stroke-dasharray:4 3;fill:none}
    .dots{fill:none;stroke-width:3.4;stroke-linecap:round;stroke-opacity:.8}
    .dots.binary16{stroke:var(--binary16)}.dots.bfloat16{stroke:var(--bfloat16)}
    .dots.binary32{stroke:var(--binary32)}.dots.binary64{stroke:var(--binary64)}
    .legend span{margin-right:1rem}
    .legend span::before{content:"";display:inline-block;width:.7em;height:.7em;border-radius:50%;
    margin-right:.35em;background:currentColor}
    .legend .binary16{color:var(--binary16)}.legend .bfloat16{color:var(--bfloat16)}
    .legend .binary32{color:var(--binary32)}.legend .binary64{color:var(--binary64)}
    footer{margin-top:2.5rem;color:var(--soft);font-size:.85rem}
    .matrix th,.matrix td{border:1px solid var(--line);padding:1px 4px;font-size:11px;text-align:right}
    .matrix th{text-align:left;background:var(--paper)}
    .matrix thead th{position:sticky;top:0;vertical-align:bottom;z-index:1}
    .matrix thead span{writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap}
    .matrix .name{position:sticky;left:0;white-space:nowrap}.matrix thead .name{z-index:2}
    .k0{background:rgba(var(--k),.85)}.k1{background:rgba(var(--k),.6)}
    .k2{background:rgba(var(--k),.4)}.k3{background:rgba(var(--k),.25)}.k4{background:rgba(var(--k),.12)}
    .expected{outline:2px solid var(--ink);outline-offset:-2px}
    @media print{main{max-width:none;padding:0}.filter{display:none!important}
    .scroll{overflow:visible;max-height:none!important;border:0}.laws thead th{position:static}
    article,figure{break-inside:avoid}thead{display:table-header-group}body{font-size:10pt}}
    """
}
